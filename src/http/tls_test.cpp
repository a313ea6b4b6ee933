#include "core/ensure.hpp"
#include "http/serving_test.hpp"

#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <cstdio>
#include <filesystem>

namespace heed::http {
namespace {

using namespace std::chrono_literals;

template <auto free> struct Freed {
    template <class T> void operator()(T* it) const { free(it); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Context = std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>>;
using Connection = std::unique_ptr<SSL, Freed<SSL_free>>;

/// A key and a certificate that it signed itself, in two files of a folder of their own.
class SelfSigned {
public:
    SelfSigned() : folder_{::testing::TempDir() + "heed_tls_" + std::to_string(::getpid())}
    {
        std::filesystem::create_directories(folder_);
        const Key key{EVP_EC_gen("P-256")};
        const Certificate certificate{X509_new()};
        ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
        X509_set_pubkey(certificate.get(), key.get());
        X509_NAME* const name = X509_get_subject_name(certificate.get());
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
        X509_set_issuer_name(certificate.get(), name);
        X509_sign(certificate.get(), key.get(), EVP_sha256());
        write(files().key, [&](FILE* file) {
            PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        });
        write(files().certificate, [&](FILE* file) { PEM_write_X509(file, certificate.get()); });
    }
    ~SelfSigned() { std::filesystem::remove_all(folder_); }

    TlsFiles files() const { return {folder_ + "/certificate.pem", folder_ + "/key.pem"}; }

private:
    template <class Write> static void write(const std::string& path, Write write)
    {
        FILE* const file = std::fopen(path.c_str(), "w");
        write(file);
        std::fclose(file);
    }
    std::string folder_;
};

/// The same raw client, by TLS.
class TlsClient {
public:
    explicit TlsClient(const Serving& serving, int newest = TLS1_3_VERSION) : raw_{serving}
    {
        SSL_CTX_set_security_level(context_.get(), 0); // so that TLS 1.1 can be tried at all
        SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context_.get(), newest);
        connection_.reset(SSL_new(context_.get()));
        SSL_set_fd(connection_.get(), raw_.socket());
        shaken_ = SSL_connect(connection_.get()) == 1;
    }
    bool shaken() const { return shaken_; }
    std::string_view version() const { return SSL_get_version(connection_.get()); }

    std::string ask(std::string_view bytes)
    {
        SSL_write(connection_.get(), bytes.data(), static_cast<int>(bytes.size()));
        std::string answer;
        char some[4096];
        for (int got; (got = SSL_read(connection_.get(), some, sizeof some)) > 0;)
            answer.append(some, static_cast<std::size_t>(got));
        return answer;
    }

private:
    RawClient raw_;
    Context context_{SSL_CTX_new(TLS_client_method())};
    Connection connection_;
    bool shaken_ = false;
};

class TlsTest : public testing::Test {
protected:
    TlsTest()
    {
        router.add(Method::get, "/", Says{"Says whether it is secure"},
                   everybody([](const Request& request) {
                       Response response = text(200, request.secure ? "secure" : "plain");
                       set_cookie(response, request, {"session", "abc", {}});
                       return response;
                   }));
        router.add(Method::post, "/", Says{"Says how much came"},
                   everybody([](const Request& request) {
                       return text(200, std::to_string(request.body.size()));
                   }),
                   {.body_max = 5'000'000, .caller = Caller::program});
    }
    ServerOptions options() const { return {.tls = certificate.files()}; }

    SelfSigned certificate;
    Router router;
};

constexpr std::string_view last_request =
    "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

TEST_F(TlsTest, AnswersOverTlsWithLockedCookiesAndStrictTransport)
{
    const Serving serving{router, options()};
    TlsClient client{serving};
    ASSERT_TRUE(client.shaken());
    EXPECT_EQ(client.version(), "TLSv1.3");
    const std::string answer = client.ask(last_request);
    EXPECT_TRUE(answer.ends_with("\r\n\r\nsecure")) << answer;
    EXPECT_NE(answer.find("Strict-Transport-Security: max-age=31536000"), std::string::npos);
    EXPECT_NE(answer.find("Set-Cookie: __Host-session=abc; Path=/; HttpOnly; SameSite=Strict; "
                          "Secure"),
              std::string::npos);
}

TEST_F(TlsTest, SpeaksTls12AndNothingOlder)
{
    const Serving serving{router, options()};
    EXPECT_TRUE(TlsClient(serving, TLS1_2_VERSION).shaken());
    EXPECT_FALSE(TlsClient(serving, TLS1_1_VERSION).shaken());
    EXPECT_FALSE(TlsClient(serving, TLS1_VERSION).shaken());
}

TEST_F(TlsTest, TakesLargeBodies)
{
    const Serving serving{router, options()};
    const std::string answer =
        TlsClient{serving}.ask("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                               "4000000\r\nConnection: close\r\n\r\n" +
                               std::string(4'000'000, 'x'));
    EXPECT_TRUE(answer.ends_with("\r\n\r\n4000000")) << answer;
}

TEST_F(TlsTest, AnswersBesideClientsThatNeverShakeHands)
{
    ServerOptions soon = options();
    soon.handshake_time = 300ms;
    const Serving serving{router, soon};
    RawClient silent{serving}, plain{serving};
    plain.send(last_request);
    EXPECT_TRUE(TlsClient(serving).ask(last_request).ends_with("secure"));
    EXPECT_TRUE(silent.hung_up());
    EXPECT_EQ(plain.read().status, 0U);
}

TEST_F(TlsTest, WillNotBeginWithoutReadableFiles)
{
    ServerOptions wrong = options();
    std::swap(wrong.tls->certificate, wrong.tls->key);
    EXPECT_THROW(Serving(router, wrong), Fault);
    wrong.tls->key = "/nowhere/key.pem";
    EXPECT_THROW(Serving(router, wrong), Fault);
}

} // namespace
} // namespace heed::http
