// How tracees are left, and how the tracer hides.

#include "tests/tools/options/reading.hpp"

namespace troupe::options::test {
namespace {

TEST(ControlOptions, ExecveIsAllThatOneCanBeDetachedOn) {
    EXPECT_FALSE(with({}).engine.detach_on_execve);
    EXPECT_TRUE(with({"-b", "execve"}).engine.detach_on_execve);
    EXPECT_TRUE(with({"--detach-on=execve"}).engine.detach_on_execve);
    for (const std::string other : {"clone", "execve,clone", "all", ""}) {
        EXPECT_EQ(refusal_of({"-b", other, "true"}), Words{"troupe: Syscall '" + other + "' for -b isn't supported"});
    }
}

TEST(ControlOptions, ALimitOfCallsIsANumber) {
    EXPECT_FALSE(with({}).engine.stop_after.any());
    EXPECT_EQ(with({"--syscall-limit=3"}).engine.stop_after.calls, 3U);
    for (const std::string bad : {"", "0", "-1", "3x", "99999999999999999999999"}) {
        EXPECT_EQ(reason_of({"--syscall-limit=" + bad, "true"}), "troupe: invalid --syscall-limit argument: '" + bad + "'");
    }
}

TEST(ControlOptions, ARunStopsAfterATimeASizeOrANumberOfCalls) {
    const auto after = [](const std::string& what) { return with({"-o", "trace", "--stop-after=" + what}).engine.stop_after; };
    EXPECT_EQ(after("12").calls, 12U);
    EXPECT_EQ(after("2s").time, std::chrono::seconds(2));
    EXPECT_EQ(after("1.5ms").time, std::chrono::microseconds(1500));
    EXPECT_EQ(after("3K").bytes, 3U << 10);
    EXPECT_EQ(after("1g").bytes, 1U << 30);
    EXPECT_FALSE(after("1g").calls);
    const StopAfter both = with({"-o", "trace", "--stop-after=1s", "--stop-after=5"}).engine.stop_after;
    EXPECT_TRUE(both.time && both.calls == 5U);
    for (const std::string bad : {"", "0", "0s", "-1", "x", "5T", "99999999999G"}) {
        EXPECT_EQ(reason_of({"--stop-after=" + bad, "true"}),
                  "troupe: invalid --stop-after argument: '" + bad + "' (a number; with s, ms, us or ns a time; with K, M or G a size)");
    }
    EXPECT_EQ(reason_of({"--stop-after=1K", "true"}), "troupe: --stop-after with a size needs one file, of -o");
    EXPECT_EQ(reason_of({"--stop-after=1K", "-ff", "-o", "trace", "true"}), "troupe: --stop-after with a size needs one file, of -o");
}

TEST(ControlOptions, AFileThatIsFullIsKeptBesideTheNext) {
    const auto rotation = [](const std::string& what) { return with({"-o", "trace", "--rotate=" + what}).engine.output.rotation; };
    EXPECT_EQ(rotation("100M:5").size, 100U << 20);
    EXPECT_EQ(rotation("100M:5").keep, 5U);
    EXPECT_EQ(rotation("4096:1").size, 4096U);
    EXPECT_EQ(rotation("1k:2").size, 1024U);
    EXPECT_EQ(with({}).engine.output.rotation.size, 0U);
    for (const std::string bad : {"", "1M", "1M:", ":3", "0:3", "1M:0", "1M:x", "1M:3x", "1T:3", "-1:3", "1M:10001", "1M:3:4"}) {
        EXPECT_EQ(reason_of({"-o", "trace", "--rotate=" + bad, "true"}).substr(0, 39 + bad.size()),
                  "troupe: invalid --rotate argument: '" + bad + "' (");
    }
    EXPECT_EQ(reason_of({"--rotate=1M:3", "true"}), "troupe: --rotate needs a file, of -o");
    EXPECT_EQ(reason_of({"-o", "|cat", "--rotate=1M:3", "true"}), "troupe: --rotate needs a file, of -o");
    EXPECT_EQ(reason_of({"-o", "trace", "--rotate=1M:3", "--stop-after=1M", "true"}),
              "troupe: --rotate and --stop-after with a size are mutually exclusive");
}

TEST(ControlOptions, ATipHasANumberAndAForm) {
    const auto tip = [](const Words& words) { return with(words).tip.value(); };
    EXPECT_FALSE(with({}).tip);
    EXPECT_FALSE(tip({"--tips"}).number);
    EXPECT_EQ(tip({"--tips"}).form, TipChoice::Form::compact);
    EXPECT_EQ(tip({"--tips=3,full"}).number, 3U);
    EXPECT_EQ(tip({"--tips=3,full"}).form, TipChoice::Form::full);
    EXPECT_EQ(tip({"--tips=format:none,id:4"}).number, 4U);
    EXPECT_FALSE(tip({"--tips=id:random"}).number);
    EXPECT_TRUE(settings_of({"--tips"}).command.empty()) << "no command is needed";
    for (const std::string bad : {"xx", "id:xx", "format:xx", "-1", "id:full", "format:3"}) {
        EXPECT_EQ(refusal_of({"--tips=" + bad, "true"}), (Words{"troupe: invalid --tips argument: '" + bad + "'", try_help}));
    }
}

TEST(ControlOptions, TipsAreFramed) {
    const std::string text = tip_text({.number = 2});
    EXPECT_TRUE(text.starts_with("+--") && text.ends_with("--+\n")) << text;
    EXPECT_EQ(tip_text({.number = 2}), text);
    EXPECT_NE(tip_text({.number = 3}), text);
    EXPECT_GT(tip_text({.number = 2, .form = TipChoice::Form::full}).size(), text.size());
    EXPECT_EQ(tip_text({.form = TipChoice::Form::none}), "");
}

TEST(ControlOptions, TheListOfCallsSaysWhatIsPrintedAsItIs) {
    const std::string list = answer_to({"--list-syscalls"});
    EXPECT_NE(list.find("\nopenat(dirfd, pathname, flags, mode)"), std::string::npos);
    EXPECT_NE(list.find(" 257 295 257\n"), std::string::npos);
    EXPECT_NE(list.find("["), std::string::npos);
}

TEST(ControlOptions, TheTracerIsAGrandchildInItsParentsGroupOrInOneOfItsOwn) {
    const auto asked = [](const Words& words) { return with(words).daemonize; };
    EXPECT_EQ(asked({}), Daemonize::no);
    EXPECT_EQ(asked({"-D"}), Daemonize::grandchild);
    EXPECT_EQ(asked({"-DD"}), Daemonize::process_group);
    EXPECT_EQ(asked({"-D", "-DD"}), Daemonize::session);
    EXPECT_EQ(asked({"--daemonize"}), Daemonize::grandchild);
    EXPECT_EQ(asked({"--daemonise=pgroup"}), Daemonize::process_group);
    EXPECT_EQ(asked({"--daemonized=PGRP"}), Daemonize::process_group);
    EXPECT_EQ(asked({"--daemonised=session"}), Daemonize::session);
    EXPECT_EQ(asked({"--daemonize=session", "--daemonize=grandchild"}), Daemonize::grandchild);
}

TEST(ControlOptions, AGrandchildNeedsACommandAndTakesNoMoreThanThreeLetters) {
    EXPECT_EQ(refusal_of({"-D", "-p", "1"}), (Words{"troupe: PROG [ARGS] must be specified with -D/--daemonize", try_help}));
    EXPECT_EQ(refusal_of({"-DDDD", "true"}), (Words{"troupe: Too many -D's (4), maximum supported -D count is 3", try_help}));
    EXPECT_EQ(refusal_of({"-D", "--daemonize", "true"}), Words{"troupe: -D and --daemonize cannot be provided simultaneously"});
    EXPECT_EQ(refusal_of({"--daemonize=x", "true"}), (Words{"troupe: invalid --daemonize argument: 'x'", try_help}));
}

TEST(ControlOptions, SignalsDoNotEndAGrandchild) {
    const auto& engine = with({"-D"}).engine;
    EXPECT_TRUE(engine.leave_signals_to_command);
    EXPECT_TRUE(engine.survives_stop_key);
    EXPECT_FALSE(with({"-D", "-I", "2"}).engine.leave_signals_to_command);
}

TEST(ControlOptions, AFilterThatIsAskedForAndCannotBeIsWarnedOf) {
    const auto warnings = [](const Words& words) { return with(words).warnings; };
    EXPECT_EQ(warnings({"--seccomp-bpf", "-f", "-e", "trace=open"}), Words{});
    EXPECT_EQ(warnings({"--seccomp-bpf"}), Words{"troupe: --seccomp-bpf cannot be used without -f/--follow-forks, disabling"});
    EXPECT_EQ(warnings({"--seccomp-bpf", "-f", "-b", "execve"}),
              Words{"troupe: --seccomp-bpf is not enabled because it is not compatible with -b"});
    EXPECT_EQ(warnings({"--seccomp-bpf", "-f", "--syscall-limit=1"}),
              Words{"troupe: --seccomp-bpf is not enabled because it is not compatible with --syscall-limit"});
    EXPECT_EQ(settings_of({"--seccomp-bpf", "-f", "-e", "trace=open", "-p", "1"}).warnings,
              Words{"troupe: --seccomp-bpf is not enabled for processes attached with -p"});
    EXPECT_EQ(with({"--seccomp-bpf"}).engine.filter, FilterUse::off);
    EXPECT_EQ(warnings({"--seccomp-bpf", "-f"}),
              Words{"troupe: Seccomp filter is requested but there are no syscalls to filter.  See -e trace to filter syscalls."});
    EXPECT_EQ(warnings({"--seccomp-bpf=on", "-f"}), Words{});
}

TEST(ControlOptions, DumpsAreOfTextAlone) {
    EXPECT_TRUE(with({"-e", "read=3"}).engine.printing.dumped.read.contains(3));
    EXPECT_TRUE(with({"-e", "w=all"}).engine.printing.dumped.written.contains(3));
    EXPECT_FALSE(with({"--write=3", "--write=none"}).engine.printing.dumped.written.contains(3));
    EXPECT_EQ(reason_of({"-e", "reads=1,a", "true"}), "troupe: invalid descriptor 'a'");
    EXPECT_EQ(reason_of({"--read=1", "--output-format=jsonl", "true"}),
              "troupe: --read and --output-format=jsonl are mutually exclusive: strings of JSON are as long as -s says");
}

TEST(ControlOptions, StringsMayBeAsLongAsTheyAre) { EXPECT_EQ(with({"-s", "max"}).engine.printing.style.string_limit, 0x3fffffffU); }

TEST(ControlOptions, ColoursAreOfTextAndWhereTheyAreWanted) {
    const auto colored = [](const Words& options) {
        const auto settings = with(options);
        const Palette* palette = settings.engine.output.palette.get();
        EXPECT_EQ(settings.engine.printing.style.form.palette, palette);
        return palette != nullptr;
    };
    EXPECT_TRUE(colored({"--color=always"}));
    EXPECT_TRUE(colored({"--color=always", "-o", "trace"}));
    EXPECT_FALSE(colored({"--color=always", "--output-format=jsonl", "-o", "trace"}));
    EXPECT_FALSE(colored({"--color=always", "--color=never"}));
    EXPECT_FALSE(colored({"--color=auto", "-o", "trace"}));
    EXPECT_EQ(reason_of({"--color=some", "true"}), "troupe: invalid --color argument: 'some'");
    EXPECT_EQ(refusal_of({"--color"}), (Words{"troupe: option '--color' requires an argument", try_help}));
}

TEST(ControlOptions, VariablesMayHaveNoName) {
    const auto edits = with({"-E", "=x", "-E", ""}).environment;
    ASSERT_EQ(edits.size(), 2U);
    EXPECT_EQ(edits[0].name, "");
    EXPECT_EQ(edits[0].value, "x");
    EXPECT_FALSE(edits[1].value);
}

}  // namespace
}  // namespace troupe::options::test
