#include "actors/rendering.hpp"

#include "actors/json_rendering.hpp"
#include "actors/text_rendering.hpp"

namespace troupe {

std::unique_ptr<Rendering> make_rendering(const EngineConfig& config) {
    switch (config.output.format) {
        case OutputFormat::text:
            return std::make_unique<TextRendering>(config.printing, config.output.columns);
        case OutputFormat::jsonl:
            return std::make_unique<JsonRendering>(config.printing.style, config.printing.annotations, config.printing.notes);
    }
    return nullptr;
}

}  // namespace troupe
