#include "http/answerer.hpp"

#include "core/log.hpp"

namespace heed::http {

namespace {

/// Even naming a request can fail, when there is no randomness to be had.
template <class Make> web::Response or_broken(Make make)
{
    try {
        return make();
    } catch (const std::exception& wrong) {
        log::failure("answer_broken", wrong);
        return web::text(web::trouble::broken.status, std::string{web::trouble::broken.title});
    }
}

} // namespace

web::Response Answerer::answer(web::RawRequest&& raw, const std::string& peer) const
{
    return or_broken([&] {
        auto request = web::understand(raw);
        if (!request) return refused(raw, peer, request.error());
        stamp(*request, peer);
        return router_.handle(std::move(*request));
    });
}

web::Response Answerer::refuse(web::RawRequest&& raw, const std::string& peer,
                               const web::Trouble& trouble) const
{
    return or_broken([&] { return refused(raw, peer, trouble); });
}

web::Response Answerer::refused(web::RawRequest& raw, const std::string& peer,
                                const web::Trouble& trouble) const
{
    web::Request request;
    // Not decoded, but enough to tell a program's address from a page's.
    if (raw.target.starts_with('/')) request.path = raw.target.substr(0, raw.target.find('?'));
    request.headers = std::move(raw.headers);
    stamp(request, peer);
    return router_.trouble(request, trouble);
}

void Answerer::stamp(web::Request& request, const std::string& peer) const
{
    request.id = web::RequestId::make(clock_, randomness_);
    request.peer = peer;
    request.secure = reached_.by_tls;
    if (reached_.behind_proxy) web::believe_proxy(request);
}

} // namespace heed::http
