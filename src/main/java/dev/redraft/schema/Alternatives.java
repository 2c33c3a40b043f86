package dev.redraft.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `anyOf` and `oneOf` with one problem where none fits: the validator lists what is wrong with every alternative, as
/// if all of it had to be put right.
record Alternatives(KeywordType original) implements Keyword {
    /// Under which name the problem keeps what is wrong with the alternatives.
    static final String WRONG = "wrong";

    @Override
    public String getValue() {
        return original.getValue();
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation place, JsonNode node, Schema parent, SchemaContext context)
            throws Exception {
        return new Validator(this, original.newValidator(place, node, parent, context), place, node, parent, context);
    }

    private static final class Validator extends BaseKeywordValidator {
        private final KeywordValidator original;

        Validator(
                Alternatives keyword,
                KeywordValidator original,
                SchemaLocation place,
                JsonNode node,
                Schema parent,
                SchemaContext context) {
            super(keyword, node, place, parent, context);
            this.original = original;
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath path) {
            var before = context.getErrors().size();
            original.validate(context, value, root, path);
            var all = context.getErrors();
            if (all.size() > before) {
                List<Error> wrong = new ArrayList<>(all.subList(before, all.size()));
                all.subList(before, all.size()).clear();
                context.addError(error().instanceNode(value)
                        .instanceLocation(path)
                        .evaluationPath(context.getEvaluationPath())
                        .locale(context.getExecutionConfig().getLocale())
                        .details(Map.of(WRONG, wrong))
                        .build());
            }
        }

        @Override
        public void preloadSchema() {
            original.preloadSchema();
        }
    }
}
