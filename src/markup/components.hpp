#pragma once

// Every component to read and to find one's way; those to fill in are in forms/forms.hpp.
#include "markup/components_list.hpp"
#include "markup/components_page.hpp"
#include "markup/components_text.hpp"
