#pragma once

// Every component, for pages.
#include "markup/components_choice.hpp"
#include "markup/components_form.hpp"
#include "markup/components_list.hpp"
#include "markup/components_page.hpp"
#include "markup/components_text.hpp"
