import { answerQuestions } from '../lib/questions.ts';
import type { CodeBlock } from './highlight.ts';
import { highlighted } from './colours.ts';

answerQuestions(async ({ code, lang, meta }: CodeBlock) => highlighted(code, lang, meta));
