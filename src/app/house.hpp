#pragma once

#include "app/call.hpp"
#include "web/router.hpp"

#include <memory>

namespace heed::app {

/// Everything that answers, built once: every room that has routes, and what they share. Reads
/// every child into the index of people first.
class House {
public:
    /// The record outlives it.
    explicit House(OpenRecord& record);
    House(const House&) = delete;
    House& operator=(const House&) = delete;
    ~House();

    const web::Router& router() const;

private:
    class Rooms;
    std::unique_ptr<Rooms> rooms_;
};

} // namespace heed::app
