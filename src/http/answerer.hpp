#pragma once

#include "core/clock.hpp"
#include "core/random.hpp"
#include "web/router.hpp"

#include <string>

namespace heed::http {

/// How clients reach us.
struct Reached {
    bool by_tls = false;
    bool behind_proxy = false; ///< then the proxy's headers say who the client is, and by what
};

/// Makes a response of what a connection delivered: understands it, names it, stamps on it where
/// it came from, and asks the router. Never throws; may be called from many threads.
class Answerer {
public:
    Answerer(const web::Router& router, const Clock& clock, Randomness& randomness, Reached reached)
        : router_{router}, clock_{clock}, randomness_{randomness}, reached_{reached}
    {
    }

    web::Response answer(web::RawRequest&& raw, const std::string& peer) const;

    /// For a request that cannot be read, or not be handled just now.
    web::Response refuse(web::RawRequest&& raw, const std::string& peer,
                         const web::Trouble& trouble) const;

private:
    web::Response refused(web::RawRequest& raw, const std::string& peer,
                          const web::Trouble& trouble) const;
    void stamp(web::Request& request, const std::string& peer) const;

    const web::Router& router_;
    const Clock& clock_;
    Randomness& randomness_;
    Reached reached_;
};

} // namespace heed::http
