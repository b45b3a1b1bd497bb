#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lua/flat_call.hpp"
#include "troupe/core/argument_reading.hpp"
#include "troupe/core/syscall_set.hpp"
#include "troupe/core/syscalls.hpp"

// What `troupe.hook` and `troupe.observe` are made of (flat_call.hpp says what flat functions are).
namespace troupe::lua {
namespace {

constexpr int at_entry = 1, at_exit = 2, for_observer = 4, with_values = 8, with_whole_line = 16;

const Signature* signature_of(unsigned number, unsigned personality) {
    if (!is_personality(personality)) return nullptr;
    const SyscallRow* row = row_of({abi_of(personality), number});
    return row == nullptr ? nullptr : &troupe::signature_of(*row, abi_of(personality));
}

bool holds(const Border& here, int hook) {
    Arguments args{};
    std::copy(std::begin(here.event.args), std::end(here.event.args), args.begin());
    return here.wishes.holds(hook, {abi_of(here.event.personality), here.event.number}, args, here.holding);
}

/// What a handle asks of one call: any of the predicates has to hold, and the circumstances.
struct Asked {
    std::vector<Predicate> predicates;
    std::shared_ptr<const Circumstances> circumstances;
};

/// Descriptors that are in registers are compared by the filter in the kernel.
Asked asked_of(const Border& here, SyscallId call, int hook) {
    Asked asked;
    Circumstances rest = here.circumstances;
    rest.asker = hook;
    const DescriptorPlaces places = descriptor_places(call);
    if (rest.descriptors.empty() || places.elsewhere) {
        asked.predicates.push_back(here.predicate);
    } else {
        for (const std::uint8_t place : places.registers) {
            asked.predicates.push_back(here.predicate);
            asked.predicates.back().all_of.push_back({place, 0xffffffff, rest.descriptors});
        }
        rest.descriptors.clear();
    }
    if (!rest.files.empty() || !rest.descriptors.empty() || !rest.threads.empty()) {
        asked.circumstances = std::make_shared<const Circumstances>(std::move(rest));
    }
    return asked;
}

}  // namespace

namespace abi {
extern "C" {

int troupe_calls_of(const char* text, std::size_t length, unsigned personality, unsigned* numbers, int room) {
    return flat([=](Border& here) {
        const auto calls = SyscallSet::parse({text, length});
        if (!calls) {
            here.complaint = calls.error().text();
            return -1;
        }
        int count = 0;
        for (std::uint32_t number = 0; is_personality(personality) && number < syscall_limit(abi_of(personality)); ++number) {
            const SyscallId call{abi_of(personality), number};
            if (row_of(call) != nullptr && calls->contains(call) && count < room) numbers[count++] = number;
        }
        return count;
    });
}

const char* troupe_complaint() {
    return flat([](Border& here) { return here.complaint.c_str(); });
}

void troupe_circumstances() {
    flat([](Border& here) {
        here.circumstances = {};
        return 0;
    });
}

void troupe_circumstance_path(const char* path, std::size_t length) {
    flat([=](Border& here) {
        WantedFiles& files = here.circumstances.files;
        files.paths.push_back(here.paths.find(std::string(path, length)));
        if (PathPattern::is_meant(files.paths.back())) files.patterns.emplace_back(std::string(path, length));
        return 0;
    });
}

void troupe_circumstance_descriptors(kernel_ulong_t low, kernel_ulong_t high) {
    flat([=](Border& here) {
        here.circumstances.descriptors.push_back({low, high});
        return 0;
    });
}

void troupe_circumstance_thread(const char* pattern, std::size_t length, int tid) {
    flat([=](Border& here) {
        here.circumstances.threads.push_back(pattern != nullptr ? ThreadPattern(std::string(pattern, length)) : ThreadPattern(tid));
        return 0;
    });
}

int troupe_may_touch(unsigned number, unsigned personality) {
    return flat([=](Border&) {
        const SyscallId call{abi_of(personality), number};
        return (may_touch(call) ? 1 : 0) + (descriptor_places(call).any() ? 2 : 0);
    });
}

void troupe_predicate() {
    flat([](Border& here) {
        here.predicate = {};
        return 0;
    });
}

void troupe_predicate_argument(int argument, kernel_ulong_t mask) {
    flat([=](Border& here) {
        here.predicate.all_of.push_back({static_cast<std::uint8_t>(argument), mask, {}});
        return 0;
    });
}

void troupe_predicate_bounds(kernel_ulong_t low, kernel_ulong_t high) {
    flat([=](Border& here) {
        ArgumentPredicate& last = here.predicate.all_of.back();
        last.any_of.push_back({low & last.mask, high & last.mask});
        return 0;
    });
}

void troupe_watch(int hook, unsigned number, unsigned personality, int when) {
    flat([=](Border& here) {
        const SyscallId call{abi_of(personality), number};
        const Interest interest{.entry = (when & at_entry) != 0,
                                .exit = (when & at_exit) != 0,
                                .values = (when & with_values) != 0,
                                .whole_line = (when & with_whole_line) != 0};
        const bool observes = (when & for_observer) != 0;
        Asked asked = asked_of(here, call, hook);
        for (Predicate& predicate : asked.predicates) {
            here.wishes.add(hook, observes ? Wishes::Role::observes : Wishes::Role::decides, call, interest,
                            narrowed(std::move(predicate), call.abi), asked.circumstances);
        }
        if (!observes) here.first_hooks.add(call, interest.entry, interest.exit, hook);
        changed(here);
        return 0;
    });
}

void troupe_unwatch(int hook) {
    flat([=](Border& here) {
        here.wishes.remove(hook);
        changed(here);
        return 0;
    });
}

void troupe_first_hooks(unsigned number, unsigned personality, int on_entry, int on_exit) {
    flat([=](Border& here) {
        here.first_hooks.set({abi_of(personality), number}, on_entry, on_exit);
        return 0;
    });
}

bool troupe_holds(int hook) {
    return flat([=](Border& here) { return holds(here, hook); });
}

const struct troupe_event* troupe_current_event() {
    return flat([](Border& here) -> const troupe_event* { return &here.event; });
}

const char* troupe_observed_text(int argument, std::size_t* length) {
    return flat([=](Border& here) -> const char* {
        if (here.observation == nullptr) return nullptr;
        const auto found = std::ranges::find(here.observation->texts, argument, &ArgumentText::argument);
        if (found == here.observation->texts.end()) return nullptr;
        *length = found->text.size();
        return found->text.data();
    });
}

bool troupe_argument_of(unsigned number, unsigned personality, int argument, struct troupe_argument* out) {
    return flat([=](Border&) {
        const Signature* signature = signature_of(number, personality);
        if (signature == nullptr || argument < 0 || argument >= signature->count) return false;
        const Argument& found = signature->arguments[static_cast<std::size_t>(argument)];
        *out = {found.name.data(),
                found.name.size(),
                &found.kind,
                static_cast<int>(reading_of(found, abi_of(personality))),
                stands_for_itself(found),
                points_at_memory(found),
                found.kind.tag == Tag::value,
                flag_set_of(found.kind)};
        return true;
    });
}

bool troupe_constant(const void* kind, const char* name, std::size_t length, kernel_ulong_t* value, kernel_ulong_t* mask) {
    return flat([=](Border&) {
        const auto found = constant_named(*static_cast<const Kind*>(kind), {name, length});
        if (found) {
            *value = found->value;
            *mask = found->mask;
        }
        return found.has_value();
    });
}

}  // extern "C"
}  // namespace abi
}  // namespace troupe::lua
