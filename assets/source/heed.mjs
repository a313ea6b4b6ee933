// Everything here is a comfort: each page and each form works without it.
import {
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink, createAll,
} from 'govuk-frontend';
import {keepDrafts} from './draft.mjs';

for (const component of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink]) {
  createAll(component);
}
document.querySelectorAll('form[data-draft]').forEach(keepDrafts);
