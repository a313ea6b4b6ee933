// Who works there, and which children the council's register held.

const roles = {
  'Designated Manager': 'designated_manager', 'duty worker': 'duty_worker',
  'out-of-hours worker': 'out_of_hours_worker', 'key worker': 'key_worker',
  'conference chair': 'conference_chair', 'minute-taker': 'minute_taker',
  'core group member': 'core_group_member', 'team manager': 'team_manager', analyst: 'analyst',
  auditor: 'auditor',
};

/** The last word is the surname, as in a register. */
function named(name) {
  const words = name.split(' ');
  return { Surname: words.at(-1), 'Forename(s)': words.slice(0, -1).join(' ') };
}

export function recordSentences({ given }) {
  given('the record of {authority:name}', (world, { authority }) => world.found(authority));

  given(`{who:name}, {role:${Object.keys(roles).join('|')}}`, (world, { who, role }) =>
    world.addUser(who, roles[role]));

  given('the register holds {child:name}, {sex:girl|boy}, born {born:day}, of {address:text}, ' +
    '{postcode:text}[, household {household:number}], registered {since:day} for ' +
    '{category:neglect|physical abuse|emotional abuse|sexual abuse}[, ended {until:day}]' +
    '[, key worker {worker:name} on {telephone:telephone}]', (world, row) => world.register({
    ...named(row.child),
    DOB: row.born,
    Sex: { girl: 'F', boy: 'M' }[row.sex],
    Address: row.address,
    Postcode: row.postcode,
    'Household no': row.household,
    'Date registered': row.since,
    'Category of registration': row.category,
    'Date de-registered': row.until,
    'Key worker': row.worker,
    'Key worker telephone': row.telephone,
  }));
}
