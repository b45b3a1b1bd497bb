#pragma once

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tools/options/option.hpp"
#include "tools/options/settings.hpp"

namespace troupe::options {

/// -I: when signals end us.
enum class Interruptible : std::uint8_t { anywhere, waiting, never, never_nor_stopped };

/// --color
enum class Color : std::uint8_t { never, automatic, always };

/// What has been read so far, and what can only be judged at the end of the line.
struct Reading {
    Settings settings{};
    std::optional<std::string> answer{};  ///< of -h: nothing behind it is read
    bool version = false;                 ///< -V: what stands behind it is judged first

    int fork_letters = 0;        ///< -f
    int quiet_letters = 0;       ///< -q
    int clock_letters = 0;       ///< -t
    int hex_letters = 0;         ///< -x
    int result_letters = 0;      ///< -z and -Z
    int descriptor_letters = 0;  ///< -y
    int daemonize_letters = 0;   ///< -D
    int stack_letters = 0;       ///< -k
    bool output_separately = false;
    bool append = false;
    bool forks_by_old_letter = false;  ///< -F
    bool quiet_given = false;
    bool kill_on_exit = false;
    bool filter_without_value = false;             ///< --seccomp-bpf, as strace has it
    std::optional<Interruptible> interruptible{};  ///< -I
    Color color = Color::automatic;
    std::optional<std::string> output{};
    std::optional<std::string> user{};

    struct Uses {
        bool by_letter = false;
        bool by_name = false;
    };
    std::map<const OptionRow*, Uses> uses{};

    void warn(std::string_view text) { settings.warnings.push_back(settings.called_as() + ": " + std::string(text)); }
};

[[nodiscard]] inline tl::unexpected<Complaint> complain(std::string reason) { return tl::unexpected(Complaint{std::move(reason)}); }
[[nodiscard]] inline tl::unexpected<Complaint> complain_and_point_to_help(std::string reason) {
    return tl::unexpected(Complaint{std::move(reason), {}, true});
}

/// What -q stands for, and --quiet without a value.
inline constexpr KeywordSet<Quiet> quiet_by_letter{Quiet::attach, Quiet::personality};

/// Uses one option; also from `-e`. Refuses what is not there yet.
[[nodiscard]] Verdict use(Reading& reading, const OptionRow& row, const Given& given);
/// What can be judged only when everything has been read; fills in what follows from it. Warns and refuses in strace's order: what has
/// been warned of before is said, too, where a command line is refused.
[[nodiscard]] Verdict complete(Reading& reading);
/// Whether an option was given by its letter and by its name, where these are too much together; of -q that is judged last.
[[nodiscard]] Verdict check_spellings(const Reading& reading);
[[nodiscard]] Verdict check_spellings_of(const Reading& reading, char letter);
/// -c or -C.
[[nodiscard]] Verdict check_table_choice(const Reading& reading);
/// Whether what is counted goes with the other options; then what follows from it, behind all that is about lines.
[[nodiscard]] Verdict check_summary(const Reading& reading);
void complete_summary(Reading& reading);
/// --color, from what is set and where the trace goes.
void complete_color(Reading& reading);
/// Resolves -u: a name, whose supplementary groups it has then (initgroups(3)), or UID:GID, without any.
[[nodiscard]] tl::expected<Identity, Complaint> find_user(const std::string& text);

}  // namespace troupe::options
