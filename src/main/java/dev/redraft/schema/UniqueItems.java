package dev.redraft.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashMap;

/// `uniqueItems` that names each element which stands twice. Elements are looked up by their text: a table of values
/// themselves takes quadratic time where their hashes collide, which anybody can arrange.
record UniqueItems() implements Keyword {
    @Override
    public String getValue() {
        return KeywordType.UNIQUE_ITEMS.getValue();
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation place, JsonNode node, Schema parent, SchemaContext context) {
        return new Validator(this, place, node, parent, context);
    }

    private static final class Validator extends BaseKeywordValidator {
        Validator(UniqueItems keyword, SchemaLocation place, JsonNode node, Schema parent, SchemaContext context) {
            super(keyword, node, place, parent, context);
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath path) {
            if (!schemaNode.booleanValue() || !value.isArray()) {
                return;
            }
            var first = new HashMap<String, Integer>();
            for (var index = 0; index < value.size(); index++) {
                var other = first.putIfAbsent(Canonical.text(value.get(index)), index);
                if (other != null) {
                    context.addError(error().instanceNode(value.get(index))
                            .instanceLocation(path.append(index))
                            .evaluationPath(context.getEvaluationPath())
                            .locale(context.getExecutionConfig().getLocale())
                            .arguments(path.append(other).toString())
                            .build());
                }
            }
        }
    }
}
