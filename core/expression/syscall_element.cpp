#include "core/expression/syscall_element.hpp"

#include <algorithm>
#include <optional>

#include "core/expression/name_pattern.hpp"
#include "core/tables/nearest_name.hpp"
#include "troupe/core/decimal.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {

namespace {

using Calls = std::vector<SyscallId>;

void append(Calls& calls, const SyscallRow& row) {
    for (const Abi abi : all_abis) {
        const std::int16_t number = row.numbers[index_of(abi)];
        if (number != absent) calls.push_back({abi, static_cast<std::uint32_t>(number)});
    }
    if (row.i386_subcall != absent) calls.push_back({Abi::i386, static_cast<std::uint32_t>(row.i386_subcall)});
}

template <typename Predicate>
Calls calls_of_rows(Predicate wanted) {
    Calls calls;
    for (const SyscallRow* row : syscall_rows()) {
        if (wanted(*row)) append(calls, *row);
    }
    return calls;
}

/// Only numbers that the kernel has: ours for subcalls are internal. Those of x32 may have their bit.
Calls calls_numbered(std::uint32_t number) {
    Calls calls;
    for (const Abi abi : all_abis) {
        const SyscallId call{abi, abi == Abi::x32 ? number & ~x32_bit : number};
        if (row_of(call) != nullptr && !multiplexer_of(call)) calls.push_back(call);
    }
    return calls;
}

const ClassRow* class_named(std::string_view name) {
    const std::span<const ClassRow> classes = syscall_classes();
    const auto found = std::ranges::find_if(classes, [name](const ClassRow& row) { return row.name == name || row.old_name == name; });
    return found == classes.end() ? nullptr : &*found;
}

std::optional<Abi> abi_with_suffix(std::string_view suffix) {
    const auto found = std::ranges::find(all_abis, suffix, [](Abi abi) { return facts_of(abi).suffix; });
    return found == all_abis.end() ? std::nullopt : std::optional(*found);
}

tl::expected<Calls, ParseError> calls_matching(Element element, std::string_view name) {
    const std::string pattern(name.substr(1));
    const auto compiled = NamePattern::compile(pattern);
    if (!compiled) return tl::unexpected(ParseError{"regcomp: " + pattern + ": " + compiled.error(), element.column});
    return calls_of_rows([&compiled](const SyscallRow& row) { return compiled->matches(std::string(row.name)); });
}

/// Old names of classes (`ipc`, `signal`) win over syscalls of that name, as they always did.
tl::expected<Calls, ParseError> calls_called(Element element, std::string_view name) {
    if (name == "all") return calls_of_rows([](const SyscallRow&) { return true; });
    if (name.starts_with('/')) return calls_matching(element, name);
    if (const ClassRow* row = name.empty() ? nullptr : class_named(name)) {
        return calls_of_rows([row](const SyscallRow& call) { return (call.classes & row->bit) != 0; });
    }
    const auto number = decimal(name);
    return number ? calls_numbered(*number) : calls_named(name);
}

std::string hint_for(std::string_view name) {
    std::string_view nearest;
    if (name.starts_with('%')) {
        NearestName search(name);
        for (const ClassRow& row : syscall_classes()) search.offer(row.name);
        nearest = search.best();
    } else if (!name.empty() && !name.starts_with('/')) {
        nearest = nearest_syscall(name);
    }
    return nearest == name ? std::string{} : hint_at(nearest);
}

}  // namespace

ParseError invalid_syscall(Element element) {
    const std::string_view name = element.text.substr(0, element.text.rfind('@'));
    return {"invalid system call '" + std::string(element.text) + "'", element.column, hint_for(name)};
}

tl::expected<Calls, ParseError> calls_meant(Element element) {
    const std::size_t marks = std::min(element.text.find_first_not_of('?'), element.text.size());
    const bool may_be_unknown = marks > 0;
    element = {element.text.substr(marks), element.column + marks};

    std::string_view name = element.text;
    std::optional<Abi> only;
    if (const std::size_t at = name.rfind('@'); at != std::string_view::npos) {
        const std::string_view suffix = name.substr(at + 1);
        only = abi_with_suffix(suffix);
        if (!only) {
            const std::string message = "incorrect personality designator '" + std::string(suffix) + "' in qualification '";
            return tl::unexpected(ParseError{message + std::string(element.text) + "'", element.column + at + 1});
        }
        name = name.substr(0, at);
    }

    tl::expected<Calls, ParseError> calls = calls_called(element, name);
    if (!calls) return calls;
    if (only) std::erase_if(*calls, [&only](SyscallId call) { return call.abi != *only; });
    const bool is_class = !name.empty() && class_named(name) != nullptr;
    if (calls->empty() && !may_be_unknown && !is_class) return tl::unexpected(invalid_syscall(element));
    return calls;
}

}  // namespace troupe
