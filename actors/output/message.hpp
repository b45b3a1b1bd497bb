#pragma once

#include <string>

#include "troupe/core/piece.hpp"

namespace troupe {

/// Messages are for the person at the terminal also where the lines go elsewhere.
inline void move_message(Piece& piece, std::string& to) {
    const bool is_message = piece.kind == Piece::Kind::message || piece.kind == Piece::Kind::appeared;
    if (is_message && !piece.text.empty()) {
        to.append(piece.text).push_back('\n');
        piece.text.clear();
    }
}

}  // namespace troupe
