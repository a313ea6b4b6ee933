#pragma once

#include "markup/html.hpp"

#include <string>

namespace heed::secrets {

/// The text as a QR code in an inline SVG, with words for who cannot see it.
markup::Html qr_code(const std::string& text, const std::string& words);

} // namespace heed::secrets
