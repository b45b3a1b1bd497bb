#pragma once

#include <memory>
#include <optional>

#include "actors/output/command.hpp"
#include "actors/output/sink.hpp"
#include "actors/output/streams.hpp"
#include "troupe/core/stream_format.hpp"

namespace troupe {

/// All tracees in one stream.
class SingleStream final : public Streams {
 public:
    SingleStream(std::unique_ptr<StreamFormat> format, Sink sink) : format_(std::move(format)), sink_(std::move(sink)) {}

    /// Messages go there, and not to the stream.
    void set_messages(Sink messages) { messages_.emplace(std::move(messages)); }
    void set_command(Command command) { command_.emplace(std::move(command)); }

    void accept(Record&& record) override;
    void settle() override;
    void flush() override;
    void finish() override;
    [[nodiscard]] bool is_buffered() const override { return sink_ && sink_->is_buffered(); }

 private:
    std::unique_ptr<StreamFormat> format_;
    std::optional<Command> command_;  // waits when it is destroyed, so the sink is closed before
    std::optional<Sink> sink_;
    std::optional<Sink> messages_;
    Losses unheard_;  // messages, which are not the trace
};

}  // namespace troupe
