#include <fcntl.h>
#include <sys/mman.h>

#include "tests/lua/script_fixture.hpp"
#include "troupe/core/circumstances.hpp"

namespace troupe {
namespace {

using testing::HasSubstr;

/// troupe.hook and troupe.observe.
class HandleTest : public ScriptTest {
 protected:
    bool wants(std::string_view name, Arguments args, Abi abi = Abi::x86_64) {
        return hooks->subscription().of(call_named(name, abi), args).entry;
    }
    void observe(const Event& event, std::vector<ArgumentText> texts = {}) {
        const Observation observation{.sequence = observed_++, .task = task, .event = event, .texts = std::move(texts)};
        stop = hooks->observe({&observation, 1}, effects);
    }
    void complains(const std::string& script, const std::string& what) {
        run(script);
        EXPECT_THAT(message(), HasSubstr("t.lua:1: " + what));
    }

 private:
    std::uint64_t observed_ = 0;
};

TEST_F(HandleTest, ACallbackSeesTheCallAndItsArgumentsByName) {
    memory.map(0x1000, std::string("/etc/passwd\0", 12));
    run_well(say + R"(troupe.hook('openat', {when = 'both'}, function(ev)
        say(ev.name, ev.number, ev.personality, ev.tid, ev.tgid, ev.entering, ev.exiting)
        say(ev.dirfd, ev.pathname, ev.flags.O_CREAT, ev.flags.O_RDWR, ev.flags.O_RDONLY, ev.flags.value, ev.flags)
        say(ev.args[1], ev.args[2], ev.args[7], ev.args.pathname, ev.result, ev.error, ev.injected, ev.args.nonsense)
    end))");
    const Arguments args{0xffffff9c, 0x1000, O_RDWR | O_CREAT, 0600};
    enter("openat", args);
    leave("openat", 5, args);
    fail("openat", ENOENT, args);
    EXPECT_EQ(
        said(),
        "openat 257 0 4711 4711 true false\n-100 /etc/passwd true true false 66 O_RDWR|O_CREAT\n4294967196 4096 nil /etc/passwd nil nil "
        "false "
        "nil\n"
        "openat 257 0 4711 4711 false true\n-100 /etc/passwd true true false 66 O_RDWR|O_CREAT\n4294967196 4096 nil /etc/passwd 5 nil "
        "false "
        "nil\n"
        "openat 257 0 4711 4711 false true\n-100 /etc/passwd true true false 66 O_RDWR|O_CREAT\n4294967196 4096 nil /etc/passwd -1 ENOENT "
        "false nil\n");
}

TEST_F(HandleTest, ANameThatTheCallDoesNotHaveIsAnErrorThatNamesThoseItHas) {
    run("troupe.hook('openat', function(ev) return ev.path end)");
    enter("openat", {0xffffff9c, 0, 0, 0});
    EXPECT_THAT(
        message(),
        HasSubstr("t.lua:1: openat has no 'path': it has the arguments dirfd, pathname, flags, mode; every call has abi, answer, args,"));
}

TEST_F(HandleTest, AnArgumentThatIsThereMayHaveNoValue) {
    run_well(say + "troupe.hook('openat', function(ev) say(ev.pathname) end)");
    enter("openat", {0xffffff9c, 0, 0, 0});
    EXPECT_EQ(said(), "nil\n");
}

TEST_F(HandleTest, NumbersHaveTheSignOfTheKernelsType) {
    run_well(say +
             "troupe.hook('getpriority,lseek', function(ev) say(ev.args.which or ev.args.whence, ev.args.who or ev.args.offset) end)");
    enter("getpriority", {0xfffffffe, 0xffffffff});
    enter("lseek", {3, ~std::uint64_t{0}, 0xfffffffe});
    EXPECT_EQ(said(), "-2 -1\n4294967294 -1\n");
}

TEST_F(HandleTest, NamesAreThoseOfATraceSet) {
    run_well("troupe.hook('?nothing,/^getpp?id$,%clock,read@64', function() end)");
    EXPECT_TRUE(wants("getpid", {}));
    EXPECT_TRUE(wants("getppid", {}, Abi::i386));
    EXPECT_TRUE(wants("clock_gettime", {}));
    EXPECT_TRUE(wants("read", {}));
    EXPECT_FALSE(wants("read", {}, Abi::i386));
    EXPECT_FALSE(wants("write", {}));
    complains("troupe.hook('opne', function() end)", "invalid system call 'opne' (did you mean 'open'?)");
}

TEST_F(HandleTest, OnlyCallsWithTheseArgumentsAreWantedAndHookedToo) {
    run_well(say + R"(
        troupe.hook('write', {args = {fd = 2}}, function(ev) say('two', ev.fd) end)
        strace.hook('write', 'exiting', function() say('every exit') end)
    )");
    EXPECT_TRUE(wants("write", {2}));
    EXPECT_TRUE(wants("write", {0xffff'ffff'0000'0002})) << "the kernel takes the lower half of an int";
    EXPECT_FALSE(wants("write", {1}));
    EXPECT_EQ(hooks->subscription().of(call_named("write")), (Interest{false, true}));
    enter("write", {2});
    leave("write", 0, {2});
    enter("write", {1});
    EXPECT_EQ(said(), "two 2\nevery exit\n");
}

struct Wish {
    const char* call;
    const char* args;
    Arguments matching;
    Arguments other;
};

TEST_F(HandleTest, ArgumentsAreAskedForInManyWays) {
    const Wish wishes[] = {
        {"write", "[1] = 7", {7}, {8}},
        {"write", "fd = -1", {0xffffffff}, {1}},
        {"write", "fd = {1, 3}", {3}, {2}},
        {"write", "fd = {min = 3}", {3}, {2}},
        {"write", "fd = {min = 3}", {1000}, {0xffffffff}},
        {"write", "fd = {max = 2}", {0xffffff9c}, {3}},
        {"write", "fd = {min = -2, max = 1}", {0xfffffffe}, {2}},
        {"write", "fd = {min = -2, max = 1}", {1}, {0xfffffffd}},
        {"write", "fd = {min = -5, max = -3}", {0xfffffffc}, {0xfffffffe}},
        {"write", "fd = 1, count = {min = 4096}", {1, 0, 1ULL << 32}, {1, 0, 4095}},
        {"write", "count = {min = 10, max = 20}", {0, 0, 20}, {0, 0, 21}},
        {"write", "count = 0x100000000ULL", {0, 0, 1ULL << 32}, {0, 0, 0}},
        {"openat", "flags = 'O_CREAT|O_EXCL'", {0, 0, O_CREAT | O_EXCL | O_WRONLY}, {0, 0, O_CREAT}},
        {"openat", "flags = 'O_WRONLY'", {0, 0, O_WRONLY | O_CREAT}, {0, 0, O_RDWR}},
        {"openat", "flags = {any = 'O_CREAT|O_TRUNC'}", {0, 0, O_TRUNC}, {0, 0, O_RDWR}},
        {"openat", "flags = {mask = 3, value = 1}", {0, 0, O_CREAT | O_WRONLY}, {0, 0, O_RDWR}},
        {"openat", "dirfd = -100, flags = 0", {0xffffff9c, 0, 0}, {0xffffff9c, 0, 1}},
        {"fcntl", "cmd = 'F_SETPIPE_SZ'", {5, F_SETPIPE_SZ}, {5, F_GETPIPE_SZ}},
        {"fcntl", "cmd = {'F_GETFD', 'F_SETFD'}", {5, F_SETFD}, {5, F_GETFL}},
        {"kill", "sig = 'SIGTERM'", {1, 15}, {1, 9}},
        {"mmap", "prot = 'PROT_EXEC'", {0, 0, PROT_READ | PROT_EXEC}, {0, 0, PROT_READ}},
        {"lseek", "offset = -1", {0, ~0ULL}, {0, 0xffffffff}},
    };
    for (const Wish& wish : wishes) {
        SCOPED_TRACE(std::string(wish.call) + " " + wish.args);
        run_well(std::string("troupe.hook('") + wish.call + "', {args = {" + wish.args + "}}, function() end)");
        EXPECT_TRUE(wants(wish.call, wish.matching));
        EXPECT_FALSE(wants(wish.call, wish.other));
        EXPECT_FALSE(hooks->subscription().of(call_named(wish.call)).any());
    }
}

TEST_F(HandleTest, RegistersOfI386HaveHalfTheBits) {
    run_well("troupe.hook('write,pread64,_llseek@32', {args = {[1] = -1}}, function() end)");
    EXPECT_TRUE(wants("write", {0xffffffff}, Abi::i386));
    run_well("troupe.hook('pread64', {args = {offset = 0x300000002ULL}}, function() end)");
    EXPECT_TRUE(wants("pread64", {0, 0, 0, 2, 3}, Abi::i386));
    EXPECT_FALSE(wants("pread64", {0, 0, 0, 2, 4}, Abi::i386));
    EXPECT_TRUE(wants("pread64", {0, 0, 0, 0x300000002}));
    complains("troupe.hook('pread64@32', {args = {offset = {min = 1}}}, print)", "argument 'offset' of pread64 lies in two registers");
}

TEST_F(HandleTest, WhatCannotBeAskedForIsRefusedByName) {
    complains("troupe.hook('openat', {args = {flags = 'O_CRAET'}}, print)", "argument 'flags' of openat knows no 'O_CRAET'");
    complains("troupe.hook('openat', {args = {pathname = 'x'}}, print)", "argument 'pathname' of openat is a string in memory");
    complains("troupe.hook('openat', {args = {colour = 1}}, print)", "none of these calls has such arguments");
    complains("troupe.hook('openat', {args = {[9] = 1}}, print)", "none of these calls has such arguments");
    complains("troupe.hook('openat', {args = {dirfd = {mn = 1}}}, print)", "argument 'dirfd' of openat knows no 'mn'");
    complains("troupe.hook('openat', {args = {dirfd = {}}}, print)", "argument 'dirfd' of openat needs numbers for min or max");
    complains("troupe.hook('openat', {args = {dirfd = 1.5}}, print)", "argument 'dirfd' of openat cannot be compared with a number");
    complains("troupe.hook('openat', {args = {dirfd = print}}, print)", "argument 'dirfd' of openat cannot be compared with a function");
    complains("troupe.hook('openat', {args = 5}, print)", "expected a table for 'args'");
    complains("troupe.hook('openat', {paths = '/tmp'}, print)", "unknown option 'paths' (when, args, path, fd, thread, whole_line)");
    complains("troupe.hook('openat', {when = 'never'}, print)", "unknown \"when\" value");
    complains("troupe.hook('openat', 5, print)", "expected a table of options");
    complains("troupe.hook('openat', {})", "expected a function");
    EXPECT_FALSE(hooks->subscription().any_call());
}

TEST_F(HandleTest, OfASetCallsWhoseArgumentCannotBeComparedAreLeftOut) {
    for (const char* set : {"all", "%desc", "/^(read|open)$", "!write"}) {
        SCOPED_TRACE(set);
        run_well(std::string("troupe.hook('") + set + "', {args = {[1] = 5}}, print)");
        EXPECT_TRUE(wants("read", {5}));
        EXPECT_FALSE(wants("read", {6}));
        EXPECT_FALSE(wants("open", {5})) << "its first argument is a string";
    }
    run_well("troupe.hook('%file', {args = {flags = 'O_CREAT'}}, print)");
    EXPECT_TRUE(wants("openat", {0, 0, O_CREAT})) << "others of %file have flags of their own, without that name";
    EXPECT_FALSE(wants("unlinkat", {0, 0, O_CREAT}));
    run_well("troupe.hook('%desc@32', {args = {offset = {min = 1}}}, print)");
    EXPECT_FALSE(wants("pread64", {0, 0, 0, 5, 0}, Abi::i386)) << "its offset lies in two registers";
}

TEST_F(HandleTest, OfASetNamedCallsAndWrongWishesAreRefusedAllTheSame) {
    complains("troupe.hook('%desc,open', {args = {[1] = 5}}, print)", "argument '1' of open is a string in memory");
    complains("troupe.hook({'%desc', '?open@64'}, {args = {[1] = 5}}, print)", "argument '1' of open is a string in memory");
    complains("troupe.hook('all', {args = {fd = {mn = 1}}}, print)", "argument 'fd' of read knows no 'mn'");
    complains("troupe.hook('/^(open|creat)$', {args = {[1] = 5}}, print)", "argument '1' of open is a string in memory");
    complains("troupe.hook('%file', {args = {flags = 'O_CRAET'}}, print)", "argument 'flags' of open knows no 'O_CRAET'");
}

TEST_F(HandleTest, CallsWithoutSuchAnArgumentAreLeftOut) {
    run_well("troupe.hook('%desc', {args = {fd = 3}}, function() end)");
    EXPECT_TRUE(wants("read", {3}));
    EXPECT_FALSE(wants("dup", {3})) << "its argument has another name";
    EXPECT_FALSE(wants("openat", {3}));
}

TEST_F(HandleTest, RemoveTakesAwayTheHookAndWhatItWanted) {
    run_well(say + R"(
        local f = function(text) return function() say(text) end end
        first = troupe.hook('read', {args = {fd = 1}}, f('first'))
        second = troupe.hook('read,write', f('second'))
        strace.hook('write', 'entering', f('old style'))
        strace.hook('close', 'entering', function() say(first:remove(), first:remove(), second:remove()) end)
    )");
    const std::uint64_t before = hooks->revision();
    enter("read", {1});
    enter("write");
    enter("close");
    EXPECT_GT(hooks->revision(), before);
    enter("read", {1});
    enter("write");
    EXPECT_EQ(said(), "first\nsecond\nsecond\nold style\ntrue false true\nold style\n");
    EXPECT_FALSE(wants("read", {1}));
    EXPECT_TRUE(wants("write", {}));
}

TEST_F(HandleTest, AHookThatRemovesItselfOrTheNextOneWhileItRuns) {
    run_well(say + R"(
        local a, b, c
        a = troupe.hook('read', function() say('a') a:remove() b:remove() end)
        b = troupe.hook('read', function() say('b') end)
        c = troupe.hook('read', function() say('c') end)
    )");
    enter("read");
    enter("read");
    EXPECT_EQ(said(), "a\nc\nc\n");
}

TEST_F(HandleTest, WhoIsStuckIsNamedAfterTheFirstHookWasRemoved) {
    run_well(R"(
        local a = troupe.hook('read', function() end)
        troupe.hook('read', function() error('here') end)
        a:remove()
    )");
    enter("read");
    EXPECT_THAT(message(), HasSubstr("t.lua:3: here"));
}

TEST_F(HandleTest, AnEventIsLentForTheTimeOfTheCallback) {
    run_well(say + R"(
        local kept, kept_args
        troupe.hook('read', function(ev)
            if kept then
                say(pcall(function() return kept.fd end))
                say(pcall(function() return kept_args[1] end))
                say(pcall(kept.fail, kept, 'EIO'))
            end
            kept, kept_args = ev, ev.args
        end)
    )");
    enter("read");
    EXPECT_FALSE(enter("read").error.has_value());
    EXPECT_THAT(said(), testing::MatchesRegex("(false [^\n]*this event is over\n)+"));
}

TEST_F(HandleTest, DecisionsOfAnEvent) {
    run_well(R"(
        troupe.hook('read', function(ev) assert(ev:fail('EIO') and ev:signal('SIGUSR1')) end)
        troupe.hook('write', function(ev) assert(ev:answer(7)) end)
        troupe.hook('close', {when = 'both'}, function(ev) assert(ev:delay(0.5)) end)
        troupe.hook('dup', {when = 'exiting'}, function(ev) assert(not ev:fail('EIO')) end)
        troupe.hook('dup2', function(ev) assert(not ev:fail(2 ^ 32 + 5) and not ev:signal(2 ^ 32 + 10)) end)
    )");
    const Decision read = enter("read");
    EXPECT_EQ(read.error, EIO);
    EXPECT_EQ(read.signal, 10);
    EXPECT_EQ(enter("write").retval, 7);
    EXPECT_EQ(enter("close").delay, std::chrono::milliseconds(500));
    EXPECT_EQ(leave("close").delay, std::chrono::milliseconds(500));
    EXPECT_FALSE(leave("dup").error.has_value());
    const Decision dup2 = enter("dup2");
    EXPECT_FALSE(dup2.error.has_value() || dup2.signal.has_value()) << "no int of C holds these numbers";
    EXPECT_FALSE(stop.has_value()) << message();
    run("troupe.hook('read', function(ev) ev:fail('ENOSUCH') end)");
    enter("read");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: unknown errno 'ENOSUCH'"));
}

TEST_F(HandleTest, ObserversAreToldOfWhatTheyAskedFor) {
    run_well(say + R"(
        troupe.observe('openat', {when = 'both'}, function(ev)
            say(ev.sequence, ev.name, ev.entering, ev.pathname, ev.result, ev.error, ev.flags.O_CREAT)
        end)
        handle = troupe.observe('read', {when = 'exiting', args = {fd = 3}}, function(ev) say(ev.sequence, ev.fd, ev.result) end)
        strace.hook('close', 'entering', function() handle:remove() end)
    )");
    const SyscallId openat = call_named("openat");
    const SyscallId read = call_named("read");
    EXPECT_FALSE(hooks->subscription().of(openat).any());
    EXPECT_EQ(hooks->observed().of(openat), (Interest{true, true}));
    EXPECT_EQ(hooks->observed().of(read, {3}), (Interest{false, true}));
    EXPECT_FALSE(hooks->observed().of(read, {4}).any());
    const Arguments args{0xffffff9c, 0x1000, O_CREAT};
    observe(SyscallEntry{openat, args, 0, 0}, {{1, "/a"}});
    observe(SyscallExit{openat, args, -1, ENOENT, false, args}, {{1, "/a"}});
    observe(SyscallExit{read, {3}, 17, 0, false, {3}});
    observe(SyscallExit{read, {4}, 18, 0, false, {4}});
    enter("close");
    observe(SyscallExit{read, {3}, 19, 0, false, {3}});
    EXPECT_EQ(said(), "0 openat true /a nil nil true\n1 openat false /a -1 ENOENT true\n2 3 17\n");
    EXPECT_FALSE(hooks->observed().of(read, {3}).any());
}

TEST_F(HandleTest, AnObserverDecidesNothingAndItsErrorEndsTheScript) {
    run_well(say + R"(troupe.observe('read', function(ev)
        say(ev:fail('EIO'), ev:delay(1))
        say(pcall(strace.next_sc))
        error('enough')
    end))");
    observe(SyscallEntry{call_named("read"), {}, 0, 0});
    EXPECT_THAT(said(), HasSubstr("false false an observer decides nothing: the tracee has gone on\nfalse"));
    EXPECT_THAT(message(), HasSubstr("enough"));
}

TEST_F(HandleTest, PullStyleScriptsHaveObserversToo) {
    run_well(say + R"(
        troupe.observe('read', function(ev) say('observed', ev.fd) end)
        strace.C.monitor(1, 0, true, false)
        local tcp = strace.next_sc()
        say('pulled', tcp.scno)
    )");
    observe(SyscallEntry{call_named("read"), {5}, 0, 0});
    enter("write");
    EXPECT_EQ(said(), "observed 5\npulled 1ULL\n");
}

TEST_F(HandleTest, ADescriptorIsAskedOfEveryArgumentThatIsOne) {
    run_well(
        "troupe.hook('dup2,read,poll', {fd = {3, 5}}, function() end)"
        " troupe.hook('close', {fd = {min = 100, max = 102}}, function() end)");
    EXPECT_TRUE(wants("dup2", {3, 9}));
    EXPECT_TRUE(wants("dup2", {9, 5}));
    EXPECT_TRUE(wants("dup2", {0xffffffff00000003}));
    EXPECT_FALSE(wants("dup2", {4, 9}));
    EXPECT_FALSE(wants("close", {3}));
    EXPECT_TRUE(wants("close", {101}));
    EXPECT_FALSE(wants("close", {103}));
}

TEST_F(HandleTest, WhatNoRegisterTellsIsAskedWhereTheCallHasStopped) {
    run_well(say + "troupe.hook('openat', {path = '/etc/*', thread = {'0.1', 7}}, function(ev) say('asked') end)");
    const auto of = [&](bool holds) {
        return hooks->subscription().of(call_named("openat"), {}, [holds](const Circumstances&) { return holds; }).entry;
    };
    EXPECT_TRUE(of(true));
    EXPECT_FALSE(of(false));
    enter("openat");
    EXPECT_EQ(said(), "") << "its circumstances did not hold";
    const Event event = SyscallEntry{call_named("openat"), {}, 0, 0};
    const std::vector<int> holding{1};
    EventView view(event, task, memory, so_far, sequence++, qualifiers, {.holding = holding});
    ASSERT_TRUE(hooks->decide(view, effects).has_value());
    EXPECT_EQ(said(), "asked\n");
}

TEST_F(HandleTest, CallsThatTouchNothingAreLeftOutUnlessTheyWereNamed) {
    run_well("troupe.hook('all', {path = '/etc/passwd'}, function() end)");
    EXPECT_TRUE(wants("openat", {}));
    EXPECT_TRUE(wants("read", {}));
    EXPECT_FALSE(wants("getpid", {}));
    complains("troupe.hook('getpid', {path = '/etc/passwd'}, print)", "getpid is given no path and no descriptor");
    complains("troupe.observe('rename', {fd = 3}, print)", "rename is given no descriptor");
}

TEST_F(HandleTest, AWrongCircumstanceIsAnErrorThatSaysWhatIsRight) {
    complains("troupe.hook('read', {path = 3}, print)", "expected a path or a list of paths for 'path', got a number");
    complains("troupe.hook('read', {path = {}}, print)", "expected a path or a list of paths for 'path', got a nil");
    complains("troupe.hook('read', {fd = 'x'}, print)",
              "expected the number of a descriptor, a list of them, or {min=, max=} for 'fd', got x");
    complains("troupe.hook('read', {fd = {min = -1}}, print)", "expected the number of a descriptor");
    complains("troupe.hook('read', {thread = true}, print)", "expected a name, a lineage, the number of a thread, or a list of them");
    complains("troupe.hook('read', {threads = 'x'}, print)", "unknown option 'threads' (when, args, path, fd, thread, whole_line)");
}

}  // namespace
}  // namespace troupe
