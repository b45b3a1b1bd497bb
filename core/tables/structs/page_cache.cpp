#include "core/tables/structs/page_cache.hpp"

#include "core/tables/struct_layout.hpp"

namespace troupe {

namespace {

constexpr Field counted(std::string_view name) { return {name, Width::u64, kind::unsigned_64}; }

constexpr std::array page_cache_range_fields{counted("off"), counted("len")};
constexpr std::array page_cache_state_fields{counted("nr_cache"), counted("nr_dirty"), counted("nr_writeback"), counted("nr_evicted"),
                                             counted("nr_recently_evicted")};

}  // namespace

constinit const StructLayout page_cache_range_layout = layout_of<page_cache_range_fields>("cachestat_range");
constinit const StructLayout page_cache_state_layout = layout_of<page_cache_state_fields>("cachestat");

}  // namespace troupe
