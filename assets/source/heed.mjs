// Everything here is a comfort: each page and each form works without it.
import {
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios,
  SkipLink, createAll,
} from 'govuk-frontend';
import { keepDrafts } from './draft.mjs';

// ARIA does not allow a radio button to be expanded; what it reveals comes next in the page.
class PlainRadios extends Radios {
  syncConditionalRevealWithInputState(input) {
    super.syncConditionalRevealWithInputState(input);
    input.removeAttribute('aria-expanded');
  }
}

const components = [
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, PlainRadios,
  SkipLink,
];
for (const component of components) createAll(component);
document.querySelectorAll('form[data-draft]').forEach(keepDrafts);
