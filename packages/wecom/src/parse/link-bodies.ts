import type { BodyParser } from './body-parser.ts';
import { Fields } from './fields.ts';
import { isObject } from './json.ts';

export const parseLink: BodyParser = (fields) => ({
  kind: 'link',
  title: fields.text('title'),
  description: fields.text('description'),
  url: fields.text('link_url', 'url'),
  imageUrl: fields.text('image_url'),
});

export const parseWeapp: BodyParser = (fields) => ({
  kind: 'weapp',
  title: fields.text('title'),
  description: fields.text('description'),
  username: fields.text('username'),
  displayName: fields.text('displayname'),
});

export const parseDocument: BodyParser = (fields, { state }) => ({
  kind: 'docmsg',
  title: fields.text('title'),
  url: fields.text('link_url'),
  creator: state.person(fields.text('doc_creator')),
});

/** A list of articles, or one article with its fields directly in the body (until 2025). */
export const parseNews: BodyParser = (fields, { state }) => {
  const items = fields.list('item', 'items');
  if (items === null) state.irregularities.add('news.flat');
  const articles = (items ?? [fields.object]).filter(isObject).map((item) => {
    const article = items === null ? fields : new Fields(item);
    return {
      title: article.text('title'),
      description: article.text('description'),
      url: article.text('url'),
      imageUrl: article.text('picurl'),
    };
  });
  return { kind: 'news', articles };
};

const FEEDS: Readonly<Record<string, 'image' | 'video' | 'live'>> = { '2': 'image', '4': 'video', '9': 'live' };

export const parseChannelsFeed: BodyParser = (fields) => ({
  kind: 'sphfeed',
  feed: FEEDS[fields.text('feed_type')] ?? 'other',
  name: fields.text('sph_name'),
  description: fields.text('feed_desc'),
});
