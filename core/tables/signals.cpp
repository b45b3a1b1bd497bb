#include <algorithm>
#include <array>
#include <csignal>

#include "core/tables/nearest_name.hpp"
#include "troupe/core/constants.hpp"

namespace troupe {

namespace {

struct Signal {
    int number;
    std::string_view name;
};

/// In order of numbers, from 1 to 64 without a gap. The kernel's real-time signals start at 32: that the C library keeps two for itself,
/// and so counts from 34, is no affair of the kernel's, and threads are cancelled with them.
constexpr std::array<Signal, last_signal> signals{{
    {SIGHUP, "SIGHUP"},       {SIGINT, "SIGINT"},   {SIGQUIT, "SIGQUIT"},   {SIGILL, "SIGILL"},   {SIGTRAP, "SIGTRAP"},
    {SIGABRT, "SIGABRT"},     {SIGBUS, "SIGBUS"},   {SIGFPE, "SIGFPE"},     {SIGKILL, "SIGKILL"}, {SIGUSR1, "SIGUSR1"},
    {SIGSEGV, "SIGSEGV"},     {SIGUSR2, "SIGUSR2"}, {SIGPIPE, "SIGPIPE"},   {SIGALRM, "SIGALRM"}, {SIGTERM, "SIGTERM"},
    {SIGSTKFLT, "SIGSTKFLT"}, {SIGCHLD, "SIGCHLD"}, {SIGCONT, "SIGCONT"},   {SIGSTOP, "SIGSTOP"}, {SIGTSTP, "SIGTSTP"},
    {SIGTTIN, "SIGTTIN"},     {SIGTTOU, "SIGTTOU"}, {SIGURG, "SIGURG"},     {SIGXCPU, "SIGXCPU"}, {SIGXFSZ, "SIGXFSZ"},
    {SIGVTALRM, "SIGVTALRM"}, {SIGPROF, "SIGPROF"}, {SIGWINCH, "SIGWINCH"}, {SIGIO, "SIGIO"},     {SIGPWR, "SIGPWR"},
    {SIGSYS, "SIGSYS"},       {32, "SIGRTMIN"},     {33, "SIGRT_1"},        {34, "SIGRT_2"},      {35, "SIGRT_3"},
    {36, "SIGRT_4"},          {37, "SIGRT_5"},      {38, "SIGRT_6"},        {39, "SIGRT_7"},      {40, "SIGRT_8"},
    {41, "SIGRT_9"},          {42, "SIGRT_10"},     {43, "SIGRT_11"},       {44, "SIGRT_12"},     {45, "SIGRT_13"},
    {46, "SIGRT_14"},         {47, "SIGRT_15"},     {48, "SIGRT_16"},       {49, "SIGRT_17"},     {50, "SIGRT_18"},
    {51, "SIGRT_19"},         {52, "SIGRT_20"},     {53, "SIGRT_21"},       {54, "SIGRT_22"},     {55, "SIGRT_23"},
    {56, "SIGRT_24"},         {57, "SIGRT_25"},     {58, "SIGRT_26"},       {59, "SIGRT_27"},     {60, "SIGRT_28"},
    {61, "SIGRT_29"},         {62, "SIGRT_30"},     {63, "SIGRT_31"},       {64, "SIGRT_32"},
}};

constexpr std::array<Signal, 3> aliases{{{SIGABRT, "SIGIOT"}, {SIGIO, "SIGPOLL"}, {SIGCHLD, "SIGCLD"}}};

constexpr bool without_gaps() {
    for (std::size_t index = 0; index < signals.size(); ++index) {
        if (signals[index].number != static_cast<int>(index) + 1) return false;
    }
    return true;
}
static_assert(without_gaps(), "look-ups by number index");
static_assert(_NSIG == last_signal + 1);
static_assert(SIGIOT == SIGABRT && SIGPOLL == SIGIO);

}  // namespace

std::string_view signal_name(int signal) {
    if (signal < 1 || signal > last_signal) return {};
    return signals[static_cast<std::size_t>(signal) - 1].name;
}

int signal_named(std::string_view name) {
    const auto found = std::ranges::find(signals, name, &Signal::name);
    if (found != signals.end()) return found->number;
    const auto alias = std::ranges::find(aliases, name, &Signal::name);
    return alias == aliases.end() ? 0 : alias->number;
}

std::string_view nearest_signal(std::string_view name) {
    // Compared without the prefix, which says nothing and would make any two names near.
    const auto bare = [](std::string_view text) { return text.starts_with("SIG") || text.starts_with("sig") ? text.substr(3) : text; };
    NearestName search(bare(name));
    for (const Signal& signal : signals) search.offer(signal.name, bare(signal.name));
    for (const Signal& alias : aliases) search.offer(alias.name, bare(alias.name));
    return search.best();
}

}  // namespace troupe
