#pragma once

// Everything a page needs to ask something.
#include "forms/choices.hpp"
#include "forms/fields.hpp"
#include "forms/form.hpp"
