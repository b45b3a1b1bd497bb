#include <unistd.h>

#include <array>

#include "tools/options/apply.hpp"
#include "tools/options/replace.hpp"

namespace troupe {
namespace {

enum class Context : std::uint8_t { full, mismatch };

}  // namespace

template <>
struct KeywordsOf<Context> {
    static constexpr std::string_view kind = "secontext";
    static constexpr std::array<Keyword, 2> words = {{{"full", member(Context::full)}, {"mismatch", member(Context::mismatch)}}};
};

namespace options::apply {

/// Without SELinux nothing has a context.
Verdict secontext(Reading&, const Given& given) {
    KeywordSet<Context> contexts{Context::full};
    if (given.value) {
        if (auto verdict = replace(contexts, given); !verdict) {
            return verdict;
        }
    }
    const bool is_enabled = ::access("/sys/fs/selinux/enforce", F_OK) == 0;
    if (is_enabled && !contexts.empty()) {
        return complain("SELinux contexts (--secontext) are not printed yet; meanwhile, use `ls -Z` and `ps -Z`");
    }
    return {};
}

}  // namespace options::apply
}  // namespace troupe
