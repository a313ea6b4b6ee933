# The rooms of the house, and the only list of them. One line a room: its name and the rooms it
# may use. Arrows never turn back; the build links by this list and tests/tidy reads includes by it.
#
#   frame_room  knows nothing of child protection; any room below the line may use it
#   law_room    what the procedure packs say
#   room        the record, in the order its rooms may lean on one another

frame_room(core       LIBS OpenSSL::Crypto date::date-tz)
frame_room(store      USES core LIBS PostgreSQL::PostgreSQL sqlcipher)
frame_room(ledger     USES core store LIBS Boost::json)
frame_room(interop    USES core LIBS Boost::json ICU::uc ICU::i18n)
frame_room(markup     USES core)
frame_room(forms      USES core markup)
frame_room(pieces     USES core markup forms)
frame_room(web        USES core)
frame_room(http       USES core web LIBS Boost::headers OpenSSL::SSL)
frame_room(permission USES core store ledger markup forms web)
frame_room(filing     USES core)                # numbers under keys, in columns that never change
frame_room(names      USES core filing LIBS ICU::uc ICU::i18n)
frame_room(places     USES core filing names)   # towns, areas, outward codes, streets: which may be meant
frame_room(spoken     USES core names)
frame_room(people     USES core filing names places spoken)
frame_room(asking     USES core names places spoken people)
frame_room(keeping    USES core LIBS OpenSSL::Crypto)
frame_room(likeness   USES core names people asking)
frame_room(searching  USES core filing names people asking likeness)
frame_room(matching   USES core keeping names spoken people asking likeness searching)
frame_room(training   USES core interop names spoken people asking matching)
frame_room(secrets    USES core markup web LIBS sodium oath qrencode)
frame_room(lockout    USES core store)
frame_room(outbox     USES core store ledger markup forms pieces web permission LIBS CURL::libcurl)
frame_room(account    USES core store ledger markup forms pieces web secrets permission outbox lockout)

law_room(pack         USES core LIBS tomlplusplus)

room(office)                                   # what every working room finds on its desk
room(directory  USES office)
room(child      USES office directory)
room(links      USES office child directory)   # which records are one child, and who decided it
room(shield     USES office child directory links)    # whose places, or record, are kept from sight
room(feed)                                     # what rows of the children's index say; pure
room(index      USES office feed)              # the children whom it knows, stored and proved
room(family     USES office child directory links shield feed index)
room(plan       USES office child directory)
room(intake     USES office child family feed index links)  # the children's index going in
room(lookup     USES office child family feed index)  # finding many at once
room(listing    USES office child family plan directory links shield)    # the list of children with a plan
room(casefile   USES office child family plan directory links shield)    # the pages about one child
room(correction USES office child family plan directory casefile)  # the forms that put a record right
room(extract)                                  # what rows of an old register say; pure
room(held       USES extract)                   # what waits outside the record, and whom it is like
room(changeover USES office child family directory plan extract links)
room(clerk      USES office child family directory plan extract changeover)  # it in a browser
room(review     USES office child family directory plan links shield feed index)  # the same child? in a browser
room(answers)                                  # an answer as it was given
room(enquiry    USES office child family directory plan links shield feed index held answers)
room(misses     USES office child family directory plan links shield index enquiry)  # questions that come alive
room(desk       USES office child family directory plan held enquiry)  # the enquiry in a browser

# Doors may use every room, and the doors that they name.
door(demonstration)                            # an authority of invented families
door(app USES demonstration)
