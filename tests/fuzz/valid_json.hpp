#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace troupe::fuzz {

/// Whether a reader of JSON takes `text`, and no object in it has a name twice: readers keep one of the two, and not all the same one.
inline bool is_valid_json(const std::string& text) {
    using nlohmann::json;
    std::vector<std::set<std::string>> names;
    bool unique = true;
    const auto look = [&](int, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start) {
            names.emplace_back();
        } else if (event == json::parse_event_t::object_end) {
            names.pop_back();
        } else if (event == json::parse_event_t::key) {
            unique = names.back().insert(parsed.get<std::string>()).second && unique;
        }
        return true;
    };
    return !json::parse(text, look, false).is_discarded() && unique;
}

}  // namespace troupe::fuzz
