#include "outbox/smtp.hpp"

#include "core/ensure.hpp"

#include <curl/curl.h>
#include <date/date.h>

namespace heed::outbox {

namespace {

struct Cleanup {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, Cleanup>;
using List = std::unique_ptr<curl_slist, Cleanup>;

void start_curl()
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw Fault{"libcurl cannot be used here"};
}

std::string_view domain_of(std::string_view address)
{
    const auto at = address.find('@');
    return at == std::string_view::npos ? "localhost" : address.substr(at + 1);
}

bool one_line(std::string_view text)
{
    return text.find_first_of("\r\n") == std::string_view::npos;
}

struct Upload {
    std::string_view rest;
};

std::size_t give_more(char* buffer, std::size_t size, std::size_t count, void* from)
{
    auto& upload = *static_cast<Upload*>(from);
    const std::size_t taken = upload.rest.copy(buffer, size * count);
    upload.rest.remove_prefix(taken);
    return taken;
}

/// A mailbox that does not exist will not exist tomorrow; anything else may be over by then.
Delivery delivery_of(CURL* curl, CURLcode code)
{
    if (code == CURLE_OK) return {};
    long reply = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
    const bool refused_for_good = reply >= 550 && reply <= 553;
    return {refused_for_good ? Delivery::Result::never : Delivery::Result::try_later,
            std::string{curl_easy_strerror(code)} + " (" + std::to_string(reply) + ")"};
}

Delivery deliver(const SmtpOptions& options, const Mail& mail)
{
    const Curl curl{curl_easy_init()};
    if (!curl) return {Delivery::Result::try_later, "libcurl gives no handle"};
    const std::string message = message_of(mail, options.from);
    const std::string from = '<' + options.from + '>', to = '<' + mail.to + '>';
    const List recipients{curl_slist_append(nullptr, to.c_str())};
    Upload upload{message};

    curl_easy_setopt(curl.get(), CURLOPT_URL, options.url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl.get(), CURLOPT_USE_SSL,
                     options.tls_required ? CURLUSESSL_ALL : CURLUSESSL_TRY);
    if (!options.user.empty()) {
        curl_easy_setopt(curl.get(), CURLOPT_USERNAME, options.user.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, options.password.c_str());
    }
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, give_more);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, static_cast<long>(options.patience.count()));
    return delivery_of(curl.get(), curl_easy_perform(curl.get()));
}

} // namespace

std::string message_of(const Mail& mail, const std::string& from)
{
    ensure(one_line(mail.to) && one_line(from) && one_line(mail.subject),
           "a mail's header would be broken");
    const auto sent = std::chrono::floor<std::chrono::seconds>(mail.at);
    return "From: Heed <" + from + ">\r\nTo: <" + mail.to + ">\r\nSubject: " + mail.subject +
           "\r\nDate: " + date::format("%a, %d %b %Y %H:%M:%S +0000", sent) + "\r\nMessage-ID: <" +
           mail.id.text() + "@" + std::string{domain_of(from)} +
           ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
           "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" +
           mail.text;
}

Deliver by_smtp(SmtpOptions options)
{
    start_curl();
    return [options = std::move(options)](const Mail& mail) { return deliver(options, mail); };
}

} // namespace heed::outbox
