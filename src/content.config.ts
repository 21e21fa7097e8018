export { collections } from 'virtual:galley/collections';
