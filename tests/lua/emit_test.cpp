// troupe.emit and what is printed.
#include "tests/lua/script_fixture.hpp"

namespace troupe {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class EmitTest : public ScriptTest {
 protected:
    /// The object that `troupe.emit` makes of this table.
    std::string emitted(const std::string& table) {
        effects.emitted.clear();
        run("troupe.emit(" + table + ")");
        EXPECT_FALSE(stop.has_value()) << message();
        return effects.emitted.size() == 1 ? effects.emitted.front() : std::to_string(effects.emitted.size()) + " objects";
    }
    std::string complaint_about(const std::string& table) {
        effects.emitted.clear();
        run("troupe.emit(" + table + ")");
        EXPECT_TRUE(effects.emitted.empty());
        return message();
    }
};

TEST_F(EmitTest, TablesAreObjectsWithTheirNamesInOrder) {
    EXPECT_EQ(emitted("{b = true, a = 1, c = {e = 'x', d = false}}"), R"(none {"a":1,"b":true,"c":{"d":false,"e":"x"}})");
    EXPECT_EQ(emitted("{}"), "none {}");
}

TEST_F(EmitTest, TablesFromOneToNAreLists) {
    EXPECT_EQ(emitted("{a = {1, 'two', {3}, {b = 4}}, empty = {}}"), R"(none {"a":[1,"two",[3],{"b":4}],"empty":{}})");
}

TEST_F(EmitTest, NumbersKeepTheirValue) {
    EXPECT_EQ(emitted("{a = 0.1, b = -3, c = 2^53, d = 0x7fffffffffffffffLL, e = 0xffffffffffffffffULL, f = -1LL}"),
              R"(none {"a":0.1,"b":-3,"c":9007199254740992,"d":9223372036854775807,"e":18446744073709551615,"f":-1})");
}

TEST_F(EmitTest, StringsAreTextOrBytes) {
    EXPECT_EQ(emitted(R"({a = 'G\195\188te "x"\n\0', b = '\255'})"), R"(none {"a":"Güte \"x\"\n\u0000","b":{"base64":"/w=="}})");
}

TEST_F(EmitTest, WhatCannotBeWrittenIsAnErrorThatNamesItsKey) {
    EXPECT_THAT(complaint_about("{a = {b = print}}"), HasSubstr("t.lua:1: data.a.b is a function, which JSON has no value for"));
    EXPECT_THAT(complaint_about("{a = {1, io.stderr}}"), HasSubstr("data.a[2] is a userdata"));
    EXPECT_THAT(complaint_about("{a = 0/0}"), HasSubstr("data.a is "));
    EXPECT_THAT(complaint_about("{a = -math.huge}"), HasSubstr("data.a is -inf"));
    EXPECT_THAT(complaint_about("{1, 2}"), HasSubstr("data has the key 1, a number"));
    EXPECT_THAT(complaint_about("{a = {1, 2, x = 3}}"), HasSubstr("data.a has the key 1, a number"));
    EXPECT_THAT(complaint_about("{a = {[2] = 1}}"), HasSubstr("data.a has the key 2, a number"));
    EXPECT_THAT(complaint_about("{[true] = 1}"), HasSubstr("data has the key true, a boolean"));
    EXPECT_THAT(complaint_about("{['\\255'] = 1}"), HasSubstr("the name is not UTF-8"));
    EXPECT_THAT(complaint_about("{a = require('ffi').new('int[2]')}"), HasSubstr("data.a is a cdata of type ctype<int [2]>"));
    EXPECT_THAT(complaint_about("'text'"), HasSubstr("t.lua:1: expected a table"));
    EXPECT_THAT(complaint_about("nil"), HasSubstr("expected a table"));
}

TEST_F(EmitTest, ATableInItselfIsAnErrorAndTheSameTableTwiceIsNone) {
    EXPECT_THAT(complaint_about("(function() local t = {a = {}} t.a.b = t return t end)()"), HasSubstr("data.a.b is in itself"));
    EXPECT_EQ(emitted("(function() local t = {1} return {a = t, b = t} end)()"), R"(none {"a":[1],"b":[1]})");
    EXPECT_THAT(complaint_about("(function() local t = {} for i = 1, 200 do t = {a = t} end return t end)()"),
                HasSubstr("nested more than 100 levels deep"));
}

TEST_F(EmitTest, AnErrorLeavesNothingForTheNext) {
    run_well("pcall(troupe.emit, {a = 1, b = print}) troupe.emit{c = 2}");
    EXPECT_THAT(effects.emitted, ElementsAre(R"(none {"c":2})"));
}

TEST_F(EmitTest, WhatAHookEmitsIsAboutItsTracee) {
    run_well(R"(
        troupe.hook('close', function(ev) troupe.emit{fd = ev.args and ev.fd or -1} end)
        strace.at_exit(function() troupe.emit{over = true} end)
    )");
    enter("close", {3});
    finish();
    EXPECT_THAT(effects.emitted, ElementsAre(testing::StartsWith("4711 {\"fd\":"), R"(none {"over":true})"));
}

TEST_F(EmitTest, WhatIsPrintedGoesToTheEngine) {
    run_well("print('a', 1, nil) assert(io.stderr:write('b', 2) == true) io.stderr:write('c\\n')");
    EXPECT_EQ(effects.printed, "a\t1\tnil\nb2c\n");
}

TEST_F(EmitTest, OtherFilesAreWrittenToAsEver) {
    const std::string path = directory_ + "/written";
    run_well("local file = assert(io.open('" + path + "', 'w')) file:write('a', 1) file:write('b') file:close()");
    EXPECT_EQ(effects.printed, "");
    std::ifstream file(path);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "a1b");
}

TEST_F(EmitTest, WritingATableToStandardErrorIsAnErrorOfTheCaller) {
    run("io.stderr:write({})");
    EXPECT_THAT(message(), HasSubstr("t.lua:1: bad argument #1 to 'write' (string expected, got table)"));
}

}  // namespace
}  // namespace troupe
