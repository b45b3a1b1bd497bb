#include "actors/output/single_stream.hpp"

#include <utility>

#include "actors/output/message.hpp"

namespace troupe {

void SingleStream::accept(Record&& record) {
    if (!sink_) {
        return;
    }
    if (messages_) {
        move_message(record, messages_->buffer());
    }
    format_->accept(std::move(record), sink_->buffer());
}

void SingleStream::settle() {
    if (messages_) {
        messages_->settle(unheard_);
    }
    if (sink_) {
        sink_->settle(losses());
    }
}

void SingleStream::flush() {
    if (sink_) {
        sink_->flush(losses());
    }
}

void SingleStream::finish() {
    if (!sink_) {
        return;
    }
    settle();
    format_->finish(sink_->buffer());
    sink_->flush(losses());
    sink_.reset();
    messages_.reset();
    if (command_) {
        command_->wait();
    }
}

}  // namespace troupe
