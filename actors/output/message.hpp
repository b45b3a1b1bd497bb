#pragma once

#include <string>
#include <utility>
#include <variant>

#include "troupe/core/record.hpp"

namespace troupe {

/// Messages are for the person at the terminal also where the lines go elsewhere.
inline void move_message(Record& record, std::string& to) {
    std::string text;
    if (auto* born = std::get_if<Born>(&record.what)) {
        text = std::exchange(born->message, {});
    } else if (auto* message = std::get_if<Message>(&record.what)) {
        text = std::exchange(message->text, {});
    }
    if (!text.empty()) {
        to.append(text).push_back('\n');
    }
}

}  // namespace troupe
