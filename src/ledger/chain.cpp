#include "ledger/chain.hpp"

namespace heed::ledger {

namespace {

// Each field with its length before it: no two different links have the same bytes.
void add(std::string& bytes, std::string_view field)
{
    bytes += std::to_string(field.size());
    bytes += ':';
    bytes += field;
}

std::string digest_text(char kind, std::string_view bytes)
{
    std::string marked(1, kind);
    marked += bytes;
    return sha256_hex(marked);
}

} // namespace

std::string content_hash(std::string_view salt, std::string_view body)
{
    std::string bytes;
    add(bytes, salt);
    add(bytes, body);
    return digest_text('\x01', bytes);
}

std::string hash_of(const Link& link)
{
    std::string leaf;
    add(leaf, std::to_string(link.seq));
    for (const std::string* field :
         {&link.at, &link.who, &link.role, &link.action, &link.subject, &link.content_hash})
        add(leaf, *field);
    std::string bytes;
    add(bytes, link.previous);
    add(bytes, digest_text('\x00', leaf));
    return digest_text('\x02', bytes);
}

} // namespace heed::ledger
