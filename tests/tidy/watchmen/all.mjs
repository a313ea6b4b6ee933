import * as places from './places.mjs';
import * as promises from './promises.mjs';
import * as rooms from './rooms.mjs';
import * as sizes from './sizes.mjs';

export const all = [
  rooms.arrows, rooms.layers, rooms.heavyHeaders, rooms.readmes, rooms.catching,
  sizes.fileSizes, sizes.columns, sizes.functionSizes, sizes.parameters, sizes.roomSizes,
  places.sqlInStores, places.onlyCoreKnowsTheTime,
  promises.refusals, promises.fields, promises.testless,
  promises.fuzzers(promises.corpusInCheckout),
  promises.migrations, promises.unfinished, promises.packKeys,
];
