#include "secrets/qr_code.hpp"

#include "core/ensure.hpp"

#include <memory>
#include <qrencode.h>

namespace heed::secrets {

namespace {

constexpr int quiet_zone = 4; // modules of white around it, as readers expect

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

} // namespace

markup::Html qr_code(const std::string& text, const std::string& words)
{
    const std::unique_ptr<QRcode, Free> code{
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M)};
    if (!code) throw Fault{"libqrencode cannot make a code"};
    const int width = code->width, whole = width + 2 * quiet_zone;
    markup::Html svg;
    svg << "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"232\" height=\"232\" "
           "viewBox=\"0 0 "
        << whole << " " << whole << "\" shape-rendering=\"crispEdges\" aria-label=\"" << words
        << "\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"";
    for (int y = 0; y < width; ++y)
        for (int x = 0; x < width; ++x)
            if ((code->data[y * width + x] & 1) != 0)
                svg << "M" << x + quiet_zone << " " << y + quiet_zone << "h1v1h-1z";
    svg << "\"/></svg>";
    return svg;
}

} // namespace heed::secrets
