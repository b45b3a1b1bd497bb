#include "actors/output/collector.hpp"

#include <cstddef>
#include <utility>

namespace troupe {

void Collector::add(Piece piece) {
    const std::size_t enough = output_.worth_collecting();
    if (enough == 1) {
        piece.sequence = output_.next_sequence();
        output_.deliver(std::move(piece));
        return;
    }
    std::size_t held = 0;
    {
        const Lock lock(mutex_);
        piece.sequence = output_.next_sequence();  // under the lock: a number is here, or has been delivered
        pieces_.push_back(std::move(piece));
        held = pieces_.size();
    }
    if (held >= enough) {
        send_off();
    }
}

void Collector::send_off() {
    std::vector<Piece> pieces;
    {
        const Lock lock(mutex_);
        pieces.swap(pieces_);
    }
    if (pieces.empty()) {
        return;
    }
    output_.deliver(pieces);
    pieces.clear();
    const Lock lock(mutex_);
    if (pieces_.empty()) {
        pieces_.swap(pieces);  // its room is used again
    }
}

}  // namespace troupe
