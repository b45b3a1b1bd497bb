#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "troupe/core/annotations.hpp"
#include "troupe/core/writer.hpp"

namespace troupe {

/// JSON (RFC 8259), as docs/records.md explains it: a call is an object of its arguments, a structure an object, flags a list of names.
/// Whatever a tracee passes, what is written is valid. Of a result only what it means is written, as one more member: `,"meaning":…`.
class JsonWriter final : public Writer {
 public:
    /// Appends to `out`, which must outlive it, as `annotations` must. Without them numbers of descriptors and processes are numbers.
    explicit JsonWriter(std::string& out, Annotations* annotations = nullptr) : out_(out), annotations_(annotations) {}

    /// What closes all that is open: where the other half of a call will never come.
    [[nodiscard]] std::string closing() const;

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
    void element() override {}
    void becomes() override;
    void comment(std::string_view) override {}

 private:
    struct Frame {
        Shape shape = Shape::result;
        bool empty = true;
        bool is_object = false;  // a meaning with fields
        bool is_cut = false;     // fields were left out between others
    };
    static constexpr std::size_t most_nested = 32;

    [[nodiscard]] Frame& frame() { return frames_[depth_]; }
    [[nodiscard]] bool is_dropped() const { return is_result(frames_[depth_].shape) && depth_ != 0; }
    void push(Shape shape, bool empty);
    /// What stands in front of a value: a comma, a name. False: it is not written at all.
    [[nodiscard]] bool begin_value();
    void end_field();
    void noted(std::string_view key, std::string_view value, const DescriptorNote& note);
    void separate();

    std::string& out_;
    Annotations* const annotations_;
    std::array<Frame, most_nested> frames_{};
    std::size_t depth_ = 0;
    std::string name_{};     // of the field whose value comes
    bool has_name_ = false;  // and that did not come yet
    std::string meaning_{};  // the name of a meaning, which is all of it where no value comes
};

}  // namespace troupe
