#include "lua/meaning.hpp"

#include <variant>

#include "lua/tracee_memory.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/text_writer.hpp"
#include "troupe/core/tracee_sockets.hpp"

namespace troupe::lua {
namespace {

/// The text of a result, and where in it its meaning stands.
class ResultText final : public TextWriter {
 public:
    explicit ResultText(std::string& text) : TextWriter(text), text_(text) {}

    void open(Shape shape, std::string_view name) override {
        constexpr std::size_t opening_bracket = 2;  // with the blank before it
        const std::size_t before = text_.size();
        TextWriter::open(shape, name);
        if (depth_++ == 1 && is_meaning(shape)) begin_ = before + opening_bracket;
    }
    void close(End end, std::uint64_t where) override {
        if (--depth_ == 1 && begin_ && !end_) end_ = text_.size();
        TextWriter::close(end, where);
    }

    [[nodiscard]] std::optional<std::string> meaning() const {
        return begin_ && end_ ? std::optional(text_.substr(*begin_, *end_ - *begin_)) : std::nullopt;
    }

 private:
    static bool is_meaning(Shape shape) {
        return shape == Shape::meaning || shape == Shape::meaning_in_style || shape == Shape::meaning_aside || shape == Shape::readiness;
    }

    const std::string& text_;
    std::size_t depth_ = 0;
    std::optional<std::size_t> begin_;
    std::optional<std::size_t> end_;
};

std::optional<std::string> meaning_of(const Border& border, const SyscallExit& exit, Memory& memory) {
    if (exit.error != 0) {
        const ErrnoRow* row = errno_of(exit.error);
        return row != nullptr ? std::optional(std::string(row->text)) : std::nullopt;
    }
    const Shown shown{.args = exit.args, .result = exit.result, .qualifiers = qualifier::trace | qualifier::verbose};
    const TextStyle style;
    const CallView call{
        .call = exit.call, .shown = shown, .memory = memory, .style = style, .injected = exit.injected, .pid = border.event.tid};
    std::string text;
    ResultText out(text);
    decode_result(call, out);
    return out.meaning();
}

}  // namespace

std::optional<std::string> meaning_of_result(Border& border) {
    NoMemory none;
    if (border.observation != nullptr) {
        const auto* exit = std::get_if<SyscallExit>(&border.observation->event);
        return exit != nullptr ? meaning_of(border, *exit, none) : std::nullopt;
    }
    const auto* exit = border.at_syscall() ? std::get_if<SyscallExit>(&border.view->event()) : nullptr;
    return exit != nullptr ? meaning_of(border, *exit, border.view->memory()) : std::nullopt;
}

}  // namespace troupe::lua
