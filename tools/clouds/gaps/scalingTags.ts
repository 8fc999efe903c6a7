import { jsonReply, operationOf, type Gap } from './Gap.ts';

type Tags = Record<string, string>;

/**
 * Application Auto Scaling, whose tags moto lacks and Terraform asks for: it
 * takes moto's 500 for a passing failure and asks 25 times.
 */
export function scalingTags(): Gap {
  const tags = new Map<string, Tags>();
  return {
    async answer(call, moto) {
      const operation = operationOf(call, 'AnyScaleFrontendService');
      if (!operation) return undefined;
      const given = JSON.parse(call.body.toString() || '{}');
      const own = answerTags(operation, given, tags);
      if (own) return jsonReply(own);
      const reply = await moto(call);
      const arn = /"ScalableTargetARN": *"([^"]+)"/.exec(
        reply.body.toString(),
      )?.[1];
      if (arn && given.Tags) tags.set(arn, given.Tags);
      return reply;
    },
  };
}

function answerTags(
  operation: string,
  given: { ResourceARN: string; Tags?: Tags; TagKeys?: string[] },
  tags: Map<string, Tags>,
): object | undefined {
  const current = tags.get(given.ResourceARN) ?? {};
  if (operation === 'ListTagsForResource') return { Tags: current };
  if (operation === 'TagResource') {
    tags.set(given.ResourceARN, { ...current, ...given.Tags });
    return {};
  }
  if (operation === 'UntagResource') {
    const kept = Object.entries(current).filter(
      ([key]) => !given.TagKeys?.includes(key),
    );
    tags.set(given.ResourceARN, Object.fromEntries(kept));
    return {};
  }
  return undefined;
}
