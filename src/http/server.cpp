#include "http/server.hpp"

#include "core/ensure.hpp"
#include "core/log.hpp"
#include "http/answerer.hpp"
#include "http/wire.hpp"
#include "http/worker_pool.hpp"

#define BOOST_ASIO_SEPARATE_COMPILATION
#define BOOST_BEAST_SEPARATE_COMPILATION
#define BOOST_ASIO_NO_DEPRECATED

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <list>
#include <sys/eventfd.h>
#include <type_traits>
#include <unistd.h>

namespace heed::http {

namespace {

namespace net = boost::asio;
namespace ssl = boost::asio::ssl;
namespace beast = boost::beast;
namespace message = boost::beast::http;
using boost::system::error_code;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Executor = net::io_context::executor_type;
using Socket = net::basic_stream_socket<net::ip::tcp, Executor>;
using Acceptor = net::basic_socket_acceptor<net::ip::tcp, Executor>;
using Tcp = beast::basic_stream<net::ip::tcp, Executor>;
using Tls = beast::ssl_stream<Tcp>;

constexpr std::size_t read_ahead_max = std::size_t{64} * 1024;
constexpr seconds linger_time{2};

/// A whole transfer's time: the usual, and a second more for each 64 KiB.
milliseconds time_for(std::uint64_t bytes, milliseconds usual)
{
    return usual + seconds{bytes / (std::uint64_t{64} * 1024)};
}

/// What to tell a client whose bytes could not be read as a request; nothing when it merely went.
std::optional<web::Trouble> trouble_of(const error_code& error)
{
    static const auto& category =
        message::make_error_code(message::error::end_of_stream).category();
    if (error.category() != category || error == message::error::end_of_stream) return std::nullopt;
    if (error == message::error::header_limit || error == message::error::buffer_overflow)
        return web::trouble::headers_too_large;
    if (error == message::error::body_limit) return web::trouble::too_large;
    if (error == message::error::bad_version) return web::trouble::unknown_version;
    return web::trouble::malformed;
}

ssl::context tls_context(const TlsFiles& files)
{
    try {
        ssl::context context{ssl::context::tls_server};
        SSL_CTX* const raw = context.native_handle();
        SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION);
        SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
        SSL_CTX_set_cipher_list(raw, "ECDHE+AESGCM:ECDHE+CHACHA20");
        context.use_certificate_chain_file(files.certificate);
        context.use_private_key_file(files.key, ssl::context::pem);
        return context;
    } catch (const boost::system::system_error&) {
        throw Fault{"the TLS certificate or key cannot be read, or they do not belong together"};
    }
}

/// One connection as the engine sees it. Everything but the handler runs on the network thread.
class Connection {
public:
    virtual ~Connection() = default;
    virtual bool is_idle() const = 0; ///< nothing of a request has come
    virtual void cut() = 0;           ///< closes the socket; what is under way then fails
    std::list<Connection*>::iterator place;
    std::list<Connection*>* stands_in = nullptr;
};

} // namespace

class Server::Engine {
public:
    Engine(const web::Router& router, ServerOptions options, const Clock& clock,
           Randomness& randomness);
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    void run();
    void stop() noexcept;
    std::uint16_t port() const { return port_; }

private:
    template <class Stream> class Session;

    void accept();
    void admit(Socket&& socket);
    void begin_to_stop();
    void stop_when_quiet();
    void move_to(Connection& connection, std::list<Connection*>& list);
    void forget(Connection& connection);

    const web::Router& router_;
    const ServerOptions options_;
    const Clock& clock_;
    const Answerer answerer_;
    std::uint16_t port_ = 0;
    int stop_signal_ = -1;
    bool stopping_ = false;

    // Whoever stands longest in a list stands first: `waiting` for a whole request to come, `busy`
    // until its response has left, `lingering` until the client hangs up.
    std::list<Connection*> waiting_, busy_, lingering_;

    net::io_context io_{1}; // after the lists: what it still holds takes itself out of them
    Acceptor acceptor_{io_};
    net::posix::stream_descriptor told_to_stop_{io_};
    net::steady_timer timer_{io_};
    std::optional<ssl::context> tls_;
    std::optional<WorkerPool> pool_;
};

/// Reads a request, has it answered, writes the response, and again, until either side is done.
template <class Stream>
class Server::Engine::Session final : public Connection,
                                      public std::enable_shared_from_this<Session<Stream>> {
public:
    template <class... More>
    Session(Engine& engine, Socket&& socket, More&... more)
        : engine_{engine}, stream_{Tcp{std::move(socket)}, more...}
    {
        engine_.move_to(*this, engine_.waiting_);
    }
    ~Session() override { engine_.forget(*this); }

    void start();
    bool is_idle() const override
    {
        const bool begun = buffer_.size() > 0 || (parser_ && parser_->got_some());
        return stands_in == &engine_.waiting_ && !begun;
    }
    void cut() override { beast::get_lowest_layer(stream_).close(); }

private:
    static constexpr bool is_tls = std::is_same_v<Stream, Tls>;

    void read_head();
    void on_head(const error_code& error);
    void read_body();
    void on_request(const error_code& error);
    void hand_over();
    void refuse(const web::Trouble& trouble);
    void on_read_error(const error_code& error);
    void write();
    void on_written(const error_code& error);
    void say_goodbye();
    void linger();

    Tcp& tcp() { return beast::get_lowest_layer(stream_); }
    /// Binds a member to be called with this session kept alive.
    template <class Member> auto then(Member member)
    {
        return [self = this->shared_from_this(), member](const error_code& error, auto...) {
            (self.get()->*member)(error);
        };
    }

    Engine& engine_;
    std::string peer_;
    Stream stream_;
    beast::flat_buffer buffer_{engine_.options_.headers_max + read_ahead_max};
    std::optional<message::request_parser<message::string_body>> parser_;
    web::RawRequest raw_;
    web::Response response_;
    std::string head_;
    std::array<char, 4096> unread_;
    std::size_t answered_ = 0;
    bool keep_alive_ = true, body_wanted_ = true;
};

template <class Stream> void Server::Engine::Session<Stream>::start()
{
    error_code ignored;
    auto& socket = tcp().socket();
    socket.set_option(net::ip::tcp::no_delay{true}, ignored);
    peer_ = socket.remote_endpoint(ignored).address().to_string();
    if constexpr (is_tls) {
        tcp().expires_after(engine_.options_.handshake_time);
        stream_.async_handshake(ssl::stream_base::server,
                                [self = this->shared_from_this()](const error_code& error) {
                                    if (!error) self->read_head();
                                });
    } else {
        read_head();
    }
}

template <class Stream> void Server::Engine::Session<Stream>::read_head()
{
    if (engine_.stopping_ && buffer_.size() == 0) return say_goodbye();
    engine_.move_to(*this, engine_.waiting_);
    raw_ = {};
    body_wanted_ = true;
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(engine_.options_.headers_max));
    parser_->body_limit(boost::none); // the route's own, once the head tells which it is
    tcp().expires_after(engine_.options_.transfer_time);
    message::async_read_header(stream_, buffer_, *parser_, then(&Session::on_head));
}

template <class Stream> void Server::Engine::Session<Stream>::on_head(const error_code& error)
{
    if (error) return on_read_error(error);
    const auto& message = parser_->get();
    raw_ = {.method = message.method_string(),
            .target = message.target(),
            .headers = {},
            .body = {},
            .version = message.version()};
    body_wanted_ = raw_.method != "HEAD";
    for (const auto& field : message) raw_.headers.add(field.name_string(), field.value());
    const auto head = web::understand_head(raw_);
    if (!head) return refuse(head.error());

    const auto limits = engine_.router_.limits(head->method, head->path);
    const std::uint64_t length = parser_->content_length().value_or(0);
    if (length > limits.body_max) return refuse(web::trouble::too_large);
    parser_->body_limit(limits.body_max);
    if (parser_->is_done()) return hand_over();

    const auto most = parser_->content_length() ? length : limits.body_max;
    tcp().expires_after(time_for(most, engine_.options_.transfer_time));
    if (!raw_.headers.has("Expect")) return read_body();
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    net::async_write(stream_, net::buffer(go_on),
                     [self = this->shared_from_this()](const error_code& failed, auto) {
                         if (!failed) self->read_body();
                     });
}

template <class Stream> void Server::Engine::Session<Stream>::read_body()
{
    message::async_read(stream_, buffer_, *parser_, then(&Session::on_request));
}

template <class Stream> void Server::Engine::Session<Stream>::on_request(const error_code& error)
{
    if (error) return on_read_error(error);
    hand_over();
}

template <class Stream> void Server::Engine::Session<Stream>::on_read_error(const error_code& error)
{
    if (const auto trouble = trouble_of(error)) return refuse(*trouble);
    if (error == message::error::end_of_stream) say_goodbye();
}

/// The request is whole: to a worker with it.
template <class Stream> void Server::Engine::Session<Stream>::hand_over()
{
    raw_.body = std::move(parser_->get().body());
    keep_alive_ = parser_->keep_alive();
    engine_.move_to(*this, engine_.busy_);
    WorkerPool::Job job = [self = this->shared_from_this()]() mutable {
        self->response_ = self->engine_.answerer_.answer(std::move(self->raw_), self->peer_);
        // Given away whole: the session must not end on a worker's thread.
        net::io_context& io = self->engine_.io_;
        net::post(io, [mine = std::move(self)] { mine->write(); });
    };
    if (engine_.pool_->offer(std::move(job))) return;
    response_ = engine_.answerer_.refuse(std::move(raw_), peer_, web::trouble::too_busy);
    write();
}

/// What follows in the stream is unknown ground, so the connection ends with this response.
template <class Stream> void Server::Engine::Session<Stream>::refuse(const web::Trouble& trouble)
{
    engine_.move_to(*this, engine_.busy_);
    keep_alive_ = false;
    response_ = engine_.answerer_.refuse(std::move(raw_), peer_, trouble);
    write();
}

template <class Stream> void Server::Engine::Session<Stream>::write()
{
    const auto& options = engine_.options_;
    keep_alive_ &= !engine_.stopping_ && ++answered_ < options.requests_per_connection_max;
    head_ = wire_head(response_, keep_alive_, engine_.clock_.now());
    if (!body_wanted_ || !may_have_body(response_.status)) response_.body.clear();
    const std::array<net::const_buffer, 2> whole{net::buffer(head_), net::buffer(response_.body)};
    tcp().expires_after(time_for(response_.body.size(), options.transfer_time));
    net::async_write(stream_, whole, then(&Session::on_written));
}

template <class Stream> void Server::Engine::Session<Stream>::on_written(const error_code& error)
{
    if (error) return;
    response_ = {};
    if (keep_alive_)
        read_head();
    else
        say_goodbye();
}

template <class Stream> void Server::Engine::Session<Stream>::say_goodbye()
{
    engine_.move_to(*this, engine_.lingering_);
    tcp().expires_after(linger_time);
    if constexpr (is_tls) {
        stream_.async_shutdown(
            [self = this->shared_from_this()](const error_code&) { self->linger(); });
    } else {
        linger();
    }
}

/// Closing at once, with bytes of the client still unread, would reset the connection and could
/// destroy the response on its way. So: nothing more from us, and a while to read what still comes.
template <class Stream> void Server::Engine::Session<Stream>::linger()
{
    error_code ignored;
    tcp().socket().shutdown(Socket::shutdown_send, ignored);
    tcp().async_read_some(net::buffer(unread_),
                          [self = this->shared_from_this()](const error_code& error, auto) {
                              if (!error) self->linger();
                          });
}

Server::Engine::Engine(const web::Router& router, ServerOptions options, const Clock& clock,
                       Randomness& randomness)
    : router_{router}, options_{std::move(options)}, clock_{clock},
      answerer_{router, clock, randomness, {options_.tls.has_value(), options_.behind_proxy}}
{
    if (options_.tls) tls_ = tls_context(*options_.tls);
    try {
        net::ip::tcp::resolver resolver{io_};
        const auto found = resolver.resolve(options_.host, std::to_string(options_.port),
                                            net::ip::tcp::resolver::passive);
        acceptor_ = Acceptor{io_, *found.begin()};
        port_ = acceptor_.local_endpoint().port();
    } catch (const boost::system::system_error&) {
        throw Fault{"cannot listen at the address given: it is taken, or it is not ours"};
    }
    stop_signal_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (stop_signal_ < 0) throw Fault{"no file descriptor to be had"};
    told_to_stop_.assign(stop_signal_);
}

void Server::Engine::stop() noexcept
{
    // Nothing but a write: this may be a signal handler.
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(stop_signal_, &one, sizeof one);
}

void Server::Engine::run()
{
    pool_.emplace(options_.workers, options_.waiting_max);
    accept();
    told_to_stop_.async_wait(net::posix::stream_descriptor::wait_read,
                             [this](const error_code&) { begin_to_stop(); });
    while (!io_.stopped()) {
        try {
            io_.run();
        } catch (const std::exception& wrong) {
            // The connection it came from is gone with it; the others go on.
            log::failure("network_broken", wrong);
        }
    }
    pool_->stop();
}

void Server::Engine::accept()
{
    acceptor_.async_accept([this](const error_code& error, Socket socket) {
        if (stopping_) return;
        if (!error) {
            admit(std::move(socket));
            return accept();
        }
        // Out of descriptors, most likely. Others will hang up soon.
        timer_.expires_after(milliseconds{100});
        timer_.async_wait([this](const error_code&) {
            if (!stopping_) accept();
        });
    });
}

void Server::Engine::admit(Socket&& socket)
{
    if (waiting_.size() + busy_.size() + lingering_.size() >= options_.connections_max) {
        auto& idlest = lingering_.empty() ? waiting_ : lingering_;
        if (idlest.empty()) return;
        idlest.front()->cut();
    }
    if (tls_)
        std::make_shared<Session<Tls>>(*this, std::move(socket), *tls_)->start();
    else
        std::make_shared<Session<Tcp>>(*this, std::move(socket))->start();
}

void Server::Engine::begin_to_stop()
{
    stopping_ = true;
    acceptor_.close();
    for (Connection* connection : std::vector(waiting_.begin(), waiting_.end()))
        if (connection->is_idle()) connection->cut();
    timer_.expires_after(options_.drain_time);
    timer_.async_wait([this](const error_code& error) {
        if (!error) io_.stop();
    });
    stop_when_quiet();
}

void Server::Engine::stop_when_quiet()
{
    if (stopping_ && waiting_.empty() && busy_.empty()) io_.stop();
}

void Server::Engine::move_to(Connection& connection, std::list<Connection*>& list)
{
    if (connection.stands_in)
        list.splice(list.end(), *connection.stands_in, connection.place);
    else
        connection.place = list.insert(list.end(), &connection);
    connection.stands_in = &list;
    stop_when_quiet();
}

void Server::Engine::forget(Connection& connection)
{
    connection.stands_in->erase(connection.place);
    stop_when_quiet();
}

Server::Server(const web::Router& router, ServerOptions options, const Clock& clock,
               Randomness& randomness)
    : engine_{std::make_unique<Engine>(router, std::move(options), clock, randomness)}
{
}

Server::~Server() = default;
std::uint16_t Server::port() const { return engine_->port(); }
void Server::run() { engine_->run(); }
void Server::stop() noexcept { engine_->stop(); }

} // namespace heed::http
