#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lua/hook_abi.hpp"
#include "troupe/core/writer.hpp"

namespace troupe::lua {

/// `O_RDWR|O_CREAT|0x800`; empty where nothing is set.
[[nodiscard]] std::string joined_names(const FlagSet& set, std::uint64_t bits);

/// Decoded values for scripts: a list, in the order in which they come, of which the prelude makes tables. They are those of JSON
/// (docs/records.md), but that descriptors and permissions are numbers, and that of a value that the kernel changes only the last one is
/// there. Strings of one decode lie in one buffer. Both halves of a call may be written one after the other.
class ValueWriter final : public Writer {
 public:
    /// What was written before is forgotten; the room that it took is kept.
    void clear();
    /// Closes what is open, where the other half of a call has not come.
    void finish();

    [[nodiscard]] const std::vector<abi::troupe_value>& values() const { return values_; }
    [[nodiscard]] const char* texts() const { return texts_.data(); }

    void number(std::uint64_t value, NumberForm form) override;
    void constant(const ValueSet& set, std::uint64_t value) override;
    void flags(const FlagSet& set, std::uint64_t bits) override;
    void symbol(std::string_view name, std::uint64_t value, NumberForm form) override;
    void spelled(std::uint64_t value, NumberForm form) override;
    void spelled(std::string_view) override {}
    void signal(int number) override;
    void descriptor(int fd) override;
    void working_directory() override;
    void process(int pid, IdOf what) override;
    void address(std::uint64_t value, Why why) override;
    void bytes(std::string_view bytes, BytesForm form, bool cut) override;
    void unknown() override;
    void error(std::uint32_t) override {}

    void open(Shape shape, std::string_view name) override;
    void reopen(Shape, bool) override {}
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
        Shape shape = Shape::call;
        std::size_t begin = 0;  // how many values there were before it
        bool is_cut = false;    // fields were left out between others
    };

    /// A value more, with the name of the field that waits for one.
    abi::troupe_value& add(abi::troupe_value_what what, std::uint64_t number = 0);
    void add_text(abi::troupe_value_what what, std::string_view text, std::uint64_t number = 0);
    void keep(std::string_view text, unsigned& begin, unsigned& length);
    void end_field();
    [[nodiscard]] bool in_parts() const;

    std::vector<abi::troupe_value> values_;
    std::string texts_;
    std::vector<Frame> frames_;
    std::string name_;       // of the field whose value comes
    bool has_name_ = false;  // and that has not come yet
    std::uint64_t spelled_ = 0;
    bool is_spelled_ = false;  // the value that comes next spells this number
};

}  // namespace troupe::lua
