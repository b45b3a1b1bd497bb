#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "troupe/core/writer.hpp"

namespace troupe {

/// Keeps what is written to it, to write it again into any writer. What the entry half of a call leaves for the exit half is on one: what
/// stood in the memory of the tracee by then, without a format.
class Tape final : public Writer {
 public:
    /// A part of a tape.
    struct Slice {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        [[nodiscard]] bool empty() const { return begin == end; }
    };

    /// Where the next slice begins, and the one that began at `begin` ends.
    [[nodiscard]] std::uint32_t position() const { return static_cast<std::uint32_t>(kept_.size()); }
    [[nodiscard]] Slice since(std::uint32_t begin) const { return {begin, position()}; }

    void replay(Writer& writer) const { replay(writer, {0, position()}); }
    void replay(Writer& writer, Slice slice) const;
    /// Whether two slices hold the same.
    [[nodiscard]] bool same(Slice slice, const Tape& other, Slice other_slice) const { return of(slice) == other.of(other_slice); }
    void clear() { kept_.clear(); }

    void number(std::uint64_t value, NumberForm form) override;
    void constant(const ValueSet& set, std::uint64_t value) override;
    void flags(const FlagSet& set, std::uint64_t bits) override;
    void symbol(std::string_view name, std::uint64_t value, NumberForm form) override;
    void spelled(std::uint64_t value, NumberForm form) override;
    void spelled(std::string_view bytes) override;
    void signal(int number) override;
    void descriptor(int fd) override;
    void working_directory() override;
    void process(int pid, IdOf what) override;
    void address(std::uint64_t value, Why why) override;
    void bytes(std::string_view bytes, BytesForm form, bool cut) override;
    void unknown() override;
    void error(std::uint32_t number) override;

    void open(Shape shape, std::string_view name) override;
    void reopen(Shape shape, bool empty) override;
    void close(End end, std::uint64_t where) override;
    void field(std::string_view name, Named named) override;
    void filled_field(std::string_view call, std::string_view name, std::string_view bytes) override;
    void unnamed_field(std::string_view what) override;
    void left_out() override;
    void element() override;
    void becomes() override;
    void comment(std::string_view text) override;

    friend bool operator==(const Tape& one, const Tape& other) { return one.kept_ == other.kept_; }

 private:
    enum class Verb : std::uint8_t;

    [[nodiscard]] std::string_view of(Slice slice) const { return std::string_view(kept_).substr(slice.begin, slice.end - slice.begin); }
    void verb(Verb verb, std::uint8_t detail = 0);
    void word(std::uint64_t value);
    void text(std::string_view text);

    std::string kept_;  // verb, detail, and what belongs to the verb: words of eight bytes, texts behind their length
};

}  // namespace troupe
