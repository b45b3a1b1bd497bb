#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "troupe/core/annotations.hpp"
#include "troupe/core/palette.hpp"
#include "troupe/core/text_form.hpp"
#include "troupe/core/writer.hpp"

namespace troupe {

/// strace's text, straight into a string.
class TextWriter : public Writer {
 public:
    /// Appends to `out`, which must outlive it, as `annotations` must. Without them numbers of descriptors and processes are numbers.
    explicit TextWriter(std::string& out, TextForm form = {}, Annotations* annotations = nullptr)
        : out_(out), form_(form), annotations_(annotations) {}

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

 private:
    struct Frame {
        Shape shape = Shape::array;
        bool empty = true;
        bool waits_for_value = false;  // of a condition
        bool fills = false;            // the value that comes is filled into the innermost of `filled_`
        bool spells = false;           // the value that comes spells a number that stands there
        bool closes_call = false;      // behind it
    };
    static constexpr std::size_t most_nested = 32;

    [[nodiscard]] Frame& frame() { return frames_[depth_]; }
    /// What a result means, and what spells a number, is for people.
    [[nodiscard]] ConstantStyle constants() const {
        const Shape shape = frames_[depth_].shape;
        const bool is_for_people =
            (in_spelling_ && shape != Shape::function_in_style) || shape == Shape::meaning || shape == Shape::meaning_aside;
        return is_for_people ? ConstantStyle::names : form_.constants;
    }
    [[nodiscard]] Ink value_ink() const { return is_result(frames_[depth_].shape) ? Ink::retval : Ink::argval; }
    void put(Ink ink, std::string_view text);
    void number_text(std::uint64_t value, NumberForm form);
    void bytes_text(std::string_view bytes, BytesForm form, bool cut);
    void quoted_hex(std::string_view bytes);
    void named(std::string_view name);
    void named_field(std::string_view before, std::string_view name, std::string_view behind);
    void symbol_text(std::string_view name, std::uint64_t value, NumberForm form);
    void begin_value();
    void begin_spelling();
    void end_value();
    void separate();

    std::string& out_;
    const TextForm form_;
    Annotations* const annotations_;
    std::array<Frame, most_nested> frames_{};  // small: one is made for each half of a call
    std::vector<std::string_view> filled_{};   // names of fields: literals, or of a table
    std::size_t depth_ = 0;
    bool in_spelling_ = false;
    std::size_t spelling_begins_ = 0;  // in `out_`
    std::size_t meaning_begins_ = 0;
};

}  // namespace troupe
