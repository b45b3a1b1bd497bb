// Which of several things that are wrong is said, and what is warned of before. What is expected was compared with the distribution's
// strace.

#include "tests/tools/options/reading.hpp"

namespace troupe::options::test {
namespace {

const std::string ignored_append = "troupe: -A/--output-append-mode has no effect without -o/--output";
const std::string last_of_z =
    "troupe: Only the last of -z/--successful-only/-Z/--failed-only options will take effect. See status qualifier for more complex "
    "filters.";
const std::string old_forks = "troupe: option -F is deprecated, please use -f/--follow-forks instead";
const std::string no_forks = "troupe: --seccomp-bpf cannot be used without -f/--follow-forks, disabling";
const std::string nothing_to_filter =
    "troupe: Seccomp filter is requested but there are no syscalls to filter.  See -e trace to filter syscalls.";
const std::string quiet_twice = "troupe: -q and -e quiet/--quiet cannot be provided simultaneously";

TEST(OrderOfMessages, WhatIsWarnedOfIsSaidBeforeARefusal) {
    EXPECT_EQ(refusal_of({"-A", "-z", "-Z", "-q", "--quiet", "true"}), (Words{ignored_append, last_of_z, quiet_twice}));
    EXPECT_EQ(refusal_of({"-F", "-w", "true"}),
              (Words{old_forks, "troupe: -w/--summary-wall-clock must be given with (-c/--summary-only or -C/--summary)", try_help}));
    EXPECT_EQ(refusal_of({"--inject=close:retval=-1", "-s", "x", "true"}),
              (Words{"troupe: Inadvertent injection of error 1 is possible for retval=18446744073709551615",
                     "troupe: invalid -s argument: 'x'", try_help}));
}

TEST(OrderOfMessages, OfWarnings) {
    EXPECT_EQ(with({"-z", "-Z", "-A", "-F"}).warnings, (Words{old_forks, ignored_append, last_of_z}));
    EXPECT_EQ(with({"-F", "--seccomp-bpf"}).warnings, (Words{no_forks, old_forks}));
    EXPECT_EQ(with({"-f", "--seccomp-bpf", "-A"}).warnings, (Words{ignored_append, nothing_to_filter}));
    EXPECT_EQ(with({"-A", "-c", "-i"}).warnings.back(), ignored_append);
    EXPECT_EQ(with({"-F", "-f", "--seccomp-bpf"}).warnings, (Words{"troupe: deprecated option -F ignored", nothing_to_filter}));
}

TEST(OrderOfMessages, SeparateOutputOfNothingIsWarnedOf) {
    const std::string ignored = "troupe: --output-separately has no effect without -o/--output";
    EXPECT_EQ(with({"--output-separately"}).warnings, Words{ignored});
    EXPECT_EQ(with({"-z", "-Z", "-A", "--output-separately"}).warnings, (Words{ignored, ignored_append, last_of_z}));
    EXPECT_EQ(with({"--output-separately", "-o", "trace"}).warnings, Words{});
    EXPECT_EQ(with({"-ff"}).warnings, Words{});
    EXPECT_EQ(with({"-f", "--output-separately"}).warnings, Words{});
}

TEST(OrderOfMessages, AFilterThatIsOfNoUseIsExplainedOnce) {
    EXPECT_EQ(with({"-b", "execve", "--seccomp-bpf"}).warnings,
              Words{"troupe: --seccomp-bpf is not enabled because it is not compatible with -b"});
    const std::string attached = "troupe: --seccomp-bpf is not enabled for processes attached with -p";
    EXPECT_EQ(settings_of({"--seccomp-bpf", "-p", "1"}).warnings, (Words{attached, no_forks}));
    EXPECT_EQ(settings_of({"--seccomp-bpf", "-f", "-p", "1"}).warnings, (Words{attached, nothing_to_filter}));
    EXPECT_EQ(settings_of({"--seccomp-bpf", "-f", "-p", "1"}).engine.filter, FilterUse::off);
    EXPECT_EQ(settings_of({"--seccomp-bpf", "-f", "-e", "trace=open", "-p", "1", "true"}).warnings, Words{});
}

TEST(OrderOfMessages, OfRefusals) {
    const std::string tables = "troupe: -c/--summary-only and -C/--summary are mutually exclusive";
    EXPECT_EQ(reason_of({"-c", "-C"}), tables) << "even without a command";
    EXPECT_EQ(reason_of({"-f", "--follow-forks"}), "troupe: must have PROG [ARGS] or -p PID");
    EXPECT_EQ(reason_of({"-D", "--daemonize", "-t", "--timestamps", "true"}),
              "troupe: -D and --daemonize cannot be provided simultaneously");
    EXPECT_EQ(reason_of({"-DDDD", "-t", "--timestamps", "true"}), "troupe: Too many -D's (4), maximum supported -D count is 3");
    EXPECT_EQ(reason_of({"-DDDD", "-p", "1"}), "troupe: PROG [ARGS] must be specified with -D/--daemonize");
    EXPECT_EQ(reason_of({"-y", "--decode-fds", "-x", "--strings-in-hex", "-t", "--timestamps", "true"}),
              "troupe: -t and --absolute-timestamps cannot be provided simultaneously");
    EXPECT_EQ(reason_of({"-ff", "--output-separately", "-f", "--follow-forks", "true"}),
              "troupe: -f and --follow-forks cannot be provided simultaneously");
    EXPECT_EQ(reason_of({"-ff", "--output-separately", "-w", "true"}),
              "troupe: -ff and --output-separately cannot be provided simultaneously");
    EXPECT_EQ(reason_of({"-q", "--quiet", "-ff", "-o", "|cat", "true"}),
              "troupe: piping the output and -ff/--output-separately are mutually exclusive");
}

TEST(OrderOfMessages, PathsThatLeadElsewhereAreToldBehindOtherWarnings) {
    const std::string self = "troupe: Requested path \"/proc/../etc\" resolved into \"/etc\"";
    EXPECT_EQ(with({"-P", "/proc/../etc", "-A"}).warnings, (Words{ignored_append, self}));
    EXPECT_EQ(with({"-P", "/proc/../etc", "-qqq"}).warnings, Words{self}) << "-qqq comes too late";
    EXPECT_EQ(with({"-P", "/proc/../etc", "-e", "quiet=path-resolution"}).warnings, Words{});
    EXPECT_EQ(with({"--quiet=path-resolution", "-P", "/proc/../etc"}).warnings, Words{});
}

}  // namespace
}  // namespace troupe::options::test
