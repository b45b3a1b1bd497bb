#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace troupe::options {

struct Reading;

/// Which arguments an option takes. A letter never takes an optional one: `-q`, `--quiet[=SET]`.
enum class Takes : std::uint8_t {
    nothing,
    value,      ///< letter and name
    name_may,   ///< the letter nothing, the name perhaps
    name_must,  ///< the letter nothing, the name always
};

enum class Group : std::uint8_t { scripting, startup, tracing, filtering, output, statistics, tampering, miscellaneous };
inline constexpr std::size_t group_count = 8;
[[nodiscard]] std::string_view title_of(Group group);

/// One use of an option on a command line.
struct Given {
    std::string spelled;  ///< `-s`, `--string-limit`, `-e trace`: how it was reached
    std::optional<std::string_view> value;
    bool by_letter = false;
};

/// Why a use of an option is no good.
struct Complaint {
    std::string reason;               ///< goes behind `NAME: `
    std::vector<std::string> more{};  ///< further lines
    bool point_to_help = false;       ///< end with `Try 'NAME -h' for more information.`
};

using Verdict = tl::expected<void, Complaint>;
using Apply = Verdict (*)(Reading& reading, const Given& given);

/// All about one option: parser, help and refusals derive from it. In the order of the rows of the help.
struct OptionRow {
    char letter = 0;
    std::array<std::string_view, 6> names{};       ///< long names; the first is shown, the others are aliases
    std::array<std::string_view, 4> qualifiers{};  ///< `-e NAME=` reaches the option as well
    Takes takes = Takes::nothing;
    std::string_view value{};  ///< what the help calls the argument
    Group group = Group::miscellaneous;
    std::string_view help{};            ///< one or two plain sentences
    std::string_view standard{};        ///< what holds without it; empty: nothing worth saying
    std::string_view since = "strace";  ///< `strace`: always there; `strace 6.9`; `troupe`: ours
    std::string_view example{};
    bool clash_by_name = false;    ///< where the letter and the name are too much together: it is called by its name then, not as -e has it
    Apply apply = nullptr;         ///< nullptr: not there yet
    std::string_view meanwhile{};  ///< where it is not there yet: what to do instead

    [[nodiscard]] constexpr bool available() const { return apply != nullptr; }
    [[nodiscard]] constexpr bool letter_takes_value() const { return takes == Takes::value; }
    /// `-o/--output`
    [[nodiscard]] std::string shown() const;
};

/// One way to reach an option: `-s N`, `-e trace=SET`, `--quiet[=SET]`.
struct OptionForm {
    std::string spelled;      ///< `-s`, `-e trace`, `--quiet`
    std::string_view sign{};  ///< what stands before the value: ` `, `=` or `[=`, which `]` closes; empty: there is no value
    std::string_view value{};
    bool is_alias = false;  ///< a further name or qualifier, and any qualifier where there is a letter: the help leaves these out
};

/// By letter, by qualifiers, by long names.
[[nodiscard]] std::vector<OptionForm> forms_of(const OptionRow& row);

/// Every option, in order of groups.
[[nodiscard]] std::span<const OptionRow> option_rows();
/// The option that `-e NAME=` sets; nullptr: none.
[[nodiscard]] const OptionRow* row_of_qualifier(std::string_view name);
[[nodiscard]] const OptionRow* row_of_letter(char letter);
[[nodiscard]] const OptionRow& row_named(std::string_view name);

/// `--help`, for a user who called us `called_as`.
[[nodiscard]] std::string help_text(std::string_view called_as);
[[nodiscard]] std::string version_text();
/// `--list-syscalls`: a call a line, with its arguments and its numbers.
[[nodiscard]] std::string syscall_list();

}  // namespace troupe::options
