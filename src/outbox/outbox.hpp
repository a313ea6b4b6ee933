#pragma once

#include "ledger/ledger.hpp"
#include "permission/person.hpp"
#include "store/records.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heed::outbox {

using NoticeId = Id<struct NoticeKind>;

/// What a notice says: known to the compiler, so that nobody's name can stand in it.
class Sentence {
public:
    consteval Sentence(const char* text) : text_{text}
    {
        if (text_.empty()) throw "a notice must say something";
    }
    std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// A word to somebody that something waits for them. It holds a reference and a link, and who may
/// follow the link is asked again there; never a child's name.
struct Notice {
    std::optional<permission::UserId> to_user = {}; ///< shown in their inbox
    std::string to_professional = {};               ///< id in the directory: the same
    std::string to_email = {};                      ///< sent there too, when mail is set up
    Sentence says;                                  ///< "An enquiry was made about a child …"
    std::string_view kind;                          ///< dotted code, as `enquiry.asked`
    std::string subject;                            ///< id of the enquiry, child, user …
    std::string link;                               ///< a path of this server, as `/enquiry/…`
};

/// Puts a notice down, in the transaction of what it tells of: both or neither. Without an e-mail
/// address, the user's own is taken. Broken when it is for nobody, or when subject or link hold
/// anything but an id and a local path.
NoticeId put(store::Transaction& records, const ledger::Pen& pen, const Notice& notice);

/// A notice as its reader sees it.
struct Waiting {
    NoticeId id;
    Moment at;
    std::string says, kind, subject, link;
    bool read = false;
};

/// What waits for somebody, by user and by their entry in the directory; newest first.
std::vector<Waiting> inbox(store::Records& records, const permission::SignedIn& reader, int limit);
int unread_count(store::Records& records, const permission::SignedIn& reader);

/// Marks one of the reader's own notices as read. Refuses `not_found`.
Outcome<void> mark_read(store::Transaction& records, const ledger::Pen& pen,
                        const permission::SignedIn& reader, const NoticeId& notice);

/// Notices whose sending was given up: somebody must look at these.
struct DeadLetter {
    NoticeId id;
    Moment at;
    std::string kind, trouble;
    int tries = 0;
};
std::vector<DeadLetter> dead_letters(store::Records& records, int limit);

/// Tries a dead letter again from the beginning; the caller writes the ledger's entry. Refuses
/// `not_found`.
Outcome<void> try_again(store::Transaction& records, const NoticeId& notice, Moment now);

} // namespace heed::outbox
