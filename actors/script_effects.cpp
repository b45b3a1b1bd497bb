#include "actors/script_effects.hpp"

#include <cstdio>

#include "troupe/core/json_text.hpp"

namespace troupe {

void ScriptEffects::start_trace(Output& output) {
    output_ = &output;
    for (auto& [task, emitted] : early_) {
        deliver(task, std::move(emitted));
    }
    early_.clear();
}

void ScriptEffects::finish() {
    write(line_);
    line_.clear();
}

void ScriptEffects::print(std::string_view text) {
    if (output_ == nullptr || !output_->goes_to_standard_error()) {
        write(text);
        return;
    }
    const std::size_t end = text.rfind('\n') + 1;  // 0: there is none
    if (end != 0) {
        std::string lines = std::exchange(line_, {}) + std::string(text.substr(0, end));
        if (!output_->say(lines)) {
            write(lines);
        }
    }
    line_ += text.substr(end);
}

void ScriptEffects::write(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

void ScriptEffects::emit(const TaskFacts* task, std::string_view object) {
    Emitted emitted;
    if (format_ == OutputFormat::text) {
        emitted.bytes = "=== " + std::string(object) + " ===";
    } else {
        if (task != nullptr) {
            emitted.bytes = R"("tid":)";
            json::append_number(std::int64_t{task->id.tid}, emitted.bytes);
            emitted.bytes += R"(,"lineage":)";
            if (task->lineage.is_known()) {
                json::append_string(task->lineage.text(), emitted.bytes);
            } else {
                emitted.bytes += "null";
            }
            emitted.bytes += ',';
        }
        emitted.bytes += R"("data":)";
        emitted.bytes += object;
    }
    deliver(task == nullptr ? TaskId{} : task->id, std::move(emitted));
}

void ScriptEffects::deliver(TaskId task, Emitted emitted) {
    if (output_ == nullptr) {
        early_.emplace_back(task, std::move(emitted));
        return;
    }
    output_->deliver(Record{{.sequence = output_->next_sequence(), .task = task, .time = Timestamp::now()}, std::move(emitted)});
}

}  // namespace troupe
