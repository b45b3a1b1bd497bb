#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace troupe {

/// A name of a tracee that survives runs, as tids do not: `0.2.1` is the first child of the second child of the command. Children and
/// threads are counted alike, from 1, in the order in which their parent, a thread, made them. The command is `0`; threads that were
/// attached to are `1`, `2`, … in the order in which they were attached. A thread keeps its name over execve, also where that gives it
/// another tid.
class Lineage {
 public:
    /// Not known: the parent's event has not come.
    Lineage() = default;
    /// Without a parent among the tracees.
    [[nodiscard]] static Lineage root(std::uint32_t number);

    /// Of the child that is made now. Unknown where the parent is.
    [[nodiscard]] Lineage next_child();

    [[nodiscard]] bool is_known() const { return text_ != nullptr; }
    /// Empty where it is not known.
    [[nodiscard]] std::string_view text() const { return is_known() ? std::string_view(*text_) : std::string_view{}; }

 private:
    explicit Lineage(std::string text) : text_(std::make_shared<const std::string>(std::move(text))) {}

    std::shared_ptr<const std::string> text_;  // shared by all that know this tracee
    std::uint32_t children_ = 0;
};

}  // namespace troupe
