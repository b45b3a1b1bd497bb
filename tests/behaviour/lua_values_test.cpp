// What events of troupe.hook and troupe.observe know beside the registers, on real calls, in every configuration.

#include <gtest/gtest.h>

#include <string>

#include "tests/behaviour/lua_script.hpp"
#include "tests/support/text_lines.hpp"

namespace troupe::tests {
namespace {

class Values : public ScriptTest {};

TEST_P(Values, OfAnExecveAreThereAtItsExitThoughItsMemoryIsGone) {
    const Outcome outcome = run_script(R"(
        troupe.hook('execve', {when = 'exiting'}, function(ev)
            if not ev.error then print('hook', ev.pathname, #ev.argv, ev.argv[2], ev.duration > 0, ev.thread) end
        end)
        troupe.observe('execve', {when = 'exiting', decode = true}, function(ev) print('observer', ev.pathname, ev.argv[2], ev.decoded.pathname) end)
        troupe.on('exec', function(ev) print('event', #ev.argv, ev.argv[2], ev.comm, ev.thread) end)
    )",
                                       {"/bin/cat", "/dev/null"});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "hook\t/bin/cat\t2\t/dev/null\ttrue\t0\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "observer\t/bin/cat\t/dev/null\t/bin/cat\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "event\t2\t/dev/null\tcat\t0\n")) << outcome.text();
}

TEST_P(Values, OfStructuresAndDescriptorsAreThoseOfTheTrace) {
    const std::string path = scratch_.write("file", "12345");
    const Outcome outcome = run_script(R"(
        troupe.hook('newfstatat,fstat', {when = 'exiting'}, function(ev)
            local file = ev.descriptors[1]
            if file and file.path:match('/file$') then
                print('hook', ev.statbuf.st_size, ev.statbuf.st_mode.S_IFREG, file.name == file.path, ev.flags or 'none')
            end
        end)
        troupe.observe('read', {when = 'exiting', decode = true}, function(ev)
            if ev.result == 5 then print('observer', ev.buf, ev.duration > 0, ev.time <= troupe.now()) end
        end)
    )",
                                       {"/bin/cat", path});
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "hook\t5\ttrue\ttrue\tAT_EMPTY_PATH\n")) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "observer\t12345\ttrue\ttrue\n")) << outcome.text();
}

TEST_P(Values, OfSpawnsSayWhatTheyMake) {
    const Outcome outcome = run_script(R"(
        local made = {thread = 0, process = 0}
        troupe.on('spawn', function(ev) made[ev.makes] = made[ev.makes] + 1 end)
        troupe.at_exit(function() print('threads:', made.thread) print('processes:', made.process) end)
    )",
                                       {tracee("getppid_threads"), "4", "2"});
    EXPECT_EQ(number_after(outcome.err, "threads:\t"), 4) << outcome.text();
    EXPECT_EQ(number_after(outcome.err, "processes:\t"), 0) << outcome.text();
}

TEST_P(Values, OfTheClockComeWhileTheProgramSleeps) {
    const Outcome outcome = run_script(R"(
        local rings = 0
        troupe.every(0.02, function()
            rings = rings + 1
            if rings == 3 then print('three rings') os.exit(7) end
        end)
    )",
                                       {"/bin/sleep", "100"});
    EXPECT_TRUE(outcome.exited_with(7)) << outcome.text();
    EXPECT_TRUE(contains(outcome.err, "three rings\n")) << outcome.text();
}

TEST_P(Values, OfALineThatWaitsMayBeLeftOut) {
    auto options = to_file();
    options.insert(options.end(), {"-e", "trace=openat,close"});
    const Outcome outcome = run_script(R"(
        troupe.hook('openat', {when = 'exiting', whole_line = true}, function(ev)
            if ev.error then ev:note('not there') else ev:show(false) end
        end)
        troupe.hook('close', {when = 'exiting'}, function(ev)
            print('close:', ev:show(false))
        end)
    )",
                                       {"/bin/cat", "/nonexistent/file"}, options);
    EXPECT_EQ(lines_matching(trace(), "openat\\(AT_FDCWD, \"/nonexistent/file\", O_RDONLY\\) = -1 ENOENT .* /\\* not there \\*/$").size(),
              1u)
        << trace();
    EXPECT_EQ(lines_matching(trace(), "openat.* = [0-9]").size(), 0u) << trace();
    EXPECT_GE(lines_matching(trace(), "close\\(.* = 0$").size(), 1u) << trace();
    EXPECT_TRUE(contains(outcome.err, "close:\tfalse\tthe line has begun")) << outcome.text();
}

TEST_P(Values, OfANoteAreAMemberInJson) {
    auto options = to_file();
    options.insert(options.end(), {"-e", "trace=openat", "--output-format=jsonl"});
    (void)run_script(R"(
        troupe.hook('openat', {when = 'both'}, function(ev)
            if ev.pathname == '/nonexistent/file' then ev:note(ev.entering and 'asked' or 'refused') else ev:show(false) end
        end)
    )",
                     {"/bin/cat", "/nonexistent/file"}, options);
    EXPECT_EQ(lines_matching(trace(), "\"error\":\"ENOENT\",\"note\":\"asked, refused\"\\}$").size(), 1u) << trace();
    EXPECT_EQ(occurrences(trace(), "\"name\":\"openat\""), 1u) << trace();
}

INSTANTIATE_TEST_SUITE_P(Configurations, Values, testing::ValuesIn(following_configurations()),
                         [](const auto& param) { return name_of(param.param); });

}  // namespace
}  // namespace troupe::tests
